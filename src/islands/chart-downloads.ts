/**
 * `<chart-downloads data-file="….svg">`: the button that makes a PNG of the chart's SVG file, on a canvas of twice its size. Without
 * this script the links to the files stand there alone; a chart without files has neither.
 *
 * Expects inside: a hidden `button` and an element with `role="status"`.
 */
class ChartDownloads extends HTMLElement {
  connectedCallback(): void {
    const file = this.dataset.file;
    const button = this.querySelector<HTMLButtonElement>("button[hidden]");
    const status = this.querySelector('[role="status"]');
    if (file === undefined || button === null || status === null) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        save(await drawPng(file), (file.split("/").at(-1) ?? "chart").replace(/\.svg$/, ".png"));
      } catch {
        status.textContent = "The picture could not be made. The SVG file shows the same.";
      } finally {
        button.disabled = false;
      }
    });
  }
}

/** Pixels of the picture for each of the drawing, so that it prints well. */
const scale = 2;

async function drawPng(file: string): Promise<Blob> {
  const image = new Image();
  image.src = file;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("There is no canvas to draw on.");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("The canvas gave no picture."));
      else resolve(blob);
    }, "image/png");
  });
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

if (!customElements.get("chart-downloads"))
  customElements.define("chart-downloads", ChartDownloads);
