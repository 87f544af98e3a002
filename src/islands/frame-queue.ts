/** Tasks that are done some a frame, so that none of them is late; a new list takes the place of what is left of the last. */
export class FrameQueue {
  readonly #onSettled: (isSettled: boolean) => void;
  #frame = 0;

  /** @param onSettled told when tasks are left for later frames, and when all are done */
  constructor(onSettled: (isSettled: boolean) => void) {
    this.#onSettled = onSettled;
  }

  /** Does the first tasks of a list at once, and from the next frame on so many a frame. */
  run(tasks: readonly (() => void)[], first: number, each: number): void {
    cancelAnimationFrame(this.#frame);
    let done = 0;
    const take = (count: number) => {
      for (const task of tasks.slice(done, done + count)) task();
      done += count;
      if (done >= tasks.length) {
        this.#onSettled(true);
        return;
      }
      this.#onSettled(false);
      this.#frame = requestAnimationFrame(() => take(each));
    };
    take(first);
  }
}
