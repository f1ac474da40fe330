import { expect, test } from "vitest";
import { convertExport } from "../testing/convert-export";

test("a notebook is read as prose, code and printed text", async () => {
  const converted = await convertExport("tests.ipynb", {
    nbformat: 4,
    metadata: { language_info: { name: "python" }, authors: [{ name: "Mara Holt" }] },
    cells: [
      {
        cell_type: "markdown",
        source: ["# Load test\n", "\n", "The crane held *9 t*. ![plot](attachment:p.png)"],
        attachments: { "p.png": {} },
      },
      {
        cell_type: "code",
        source: "print(load)",
        outputs: [
          { output_type: "stream", text: ["\u001b[1mload\u001b[0m 9.2 t\n"] },
          {
            output_type: "display_data",
            data: { "image/png": "iVBO", "text/plain": ["<Figure size 640x480>"] },
          },
          {
            output_type: "execute_result",
            data: {
              "text/html": "<table><tr><th>rope</th><th>load</th></tr><tr><td>A</td><td>4</td></tr></table>",
              "text/plain": "rope load",
            },
          },
          { output_type: "error", ename: "ValueError", evalue: "rope is short", traceback: ["…"] },
          { output_type: "display_data", data: { "application/x-widget": {} } },
        ],
      },
      { cell_type: "raw", source: null },
    ],
  });
  expect(converted).toEqual({
    text: "# Load test\n\nThe crane held *9 t*. plot\n\n```python\nprint(load)\n```\n\nload 9.2 t\n\n| rope | load |\n| --- | --- |\n| A | 4 |\n\n```\nValueError: rope is short\n```",
    format: "markdown",
    title: "Load test",
    author: "Mara Holt",
    note: "2 pictures not read; 1 output in other formats not read",
  });
});
