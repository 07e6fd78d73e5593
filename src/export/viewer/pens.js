// pens.js: two pens that draw.js draws with. Both take the same path data and styles:
//   path(data, style)       style: { fill, stroke, width, dash, alpha }, the same object for paths that look the same
//   text(lines, x, y, look) the first line's baseline; look: { size, bold, colour, halo, alpha }
//   open(classes, title), close()   a group, for those who restyle or read the file
//   flush()                 a layer is complete: what comes now lies above it

export const FONT = '"DejaVu Sans", Verdana, sans-serif';
export const LINE_HEIGHT = 1.22;

// Paths of one style are gathered and drawn some at a time: a stroke for each line is slow, and so are wide strokes of
// all at once.
const TOGETHER = 60;

export class CanvasPen {
  constructor(context) {
    this.context = context;
    this.layer = new Map();
  }

  path(data, style) {
    const gathered = this.layer.get(style);
    if (gathered) {
      gathered.push(data);
    } else {
      this.layer.set(style, [data]);
    }
  }

  flush() {
    const { context } = this;
    for (const [style, paths] of this.layer) {
      context.globalAlpha = style.alpha ?? 1;
      context.fillStyle = style.fill || "";
      context.strokeStyle = style.stroke || "";
      context.lineWidth = style.width || 0;
      context.setLineDash(style.dash || []);
      for (let i = 0; i < paths.length; i += TOGETHER) {
        const path = new Path2D(paths.slice(i, i + TOGETHER).join(""));
        if (style.fill) {
          context.fill(path);
        }
        if (style.stroke) {
          context.stroke(path);
        }
      }
    }
    context.globalAlpha = 1;
    this.layer.clear();
  }

  text(lines, x, y, look) {
    const { context } = this;
    context.font = `${look.bold ? "bold " : ""}${look.size}px ${FONT}`;
    context.textAlign = "center";
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.setLineDash([]);
    context.strokeStyle = look.halo;
    context.fillStyle = look.colour;
    context.globalAlpha = look.alpha ?? 1;
    lines.forEach((line, i) => {
      const baseline = y + i * look.size * LINE_HEIGHT;
      context.strokeText(line, x, baseline);
      context.fillText(line, x, baseline);
    });
    context.globalAlpha = 1;
  }

  open() {}

  close() {}
}

// What XML cannot carry becomes U+FFFD, as in all files of hearsay.
const NOT_XML =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function escapeXml(text) {
  const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;" };
  return text.replace(NOT_XML, "\ufffd").replace(/[&<>"\r]/g, (character) => escapes[character]);
}

export class SvgPen {
  constructor() {
    this.parts = [];
  }

  path(data, { fill, stroke, width, dash, alpha }) {
    const line = stroke ? ` stroke="${stroke}" stroke-width="${width}"` : "";
    const dashed = dash && dash.length ? ` stroke-dasharray="${dash.join(" ")}"` : "";
    const faint = alpha !== undefined && alpha < 1 ? ` opacity="${alpha}"` : "";
    this.parts.push(`<path d="${data}" fill="${fill || "none"}"${line}${dashed}${faint}/>`);
  }

  text(lines, x, y, look) {
    const at = Math.round(x * 10) / 10;
    lines.forEach((line, i) => {
      const baseline = Math.round((y + i * look.size * LINE_HEIGHT) * 10) / 10;
      const bold = look.bold ? ' font-weight="bold"' : "";
      const faint = look.alpha < 1 ? ` opacity="${look.alpha}"` : "";
      const place = `x="${at}" y="${baseline}" font-size="${look.size}"${bold}`;
      this.parts.push(`<text ${place} fill="${look.colour}" stroke="${look.halo}"${faint}>${escapeXml(line)}</text>`);
    });
  }

  open(classes, title) {
    this.parts.push(`<g class="${classes}">${title ? `<title>${escapeXml(title)}</title>` : ""}`);
  }

  close() {
    this.parts.push("</g>");
  }

  flush() {}

  toString() {
    return this.parts.join("\n");
  }
}
