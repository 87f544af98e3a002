/**
 * What nobody may ever ask for is worked out when somebody does, and once.
 *
 * @param make gives the same value whenever it is called, and never undefined
 */
export function onDemand<T extends {}>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
