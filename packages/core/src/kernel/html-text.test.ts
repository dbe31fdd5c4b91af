import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToText } from "./html-text.ts";

describe("HTML as text", () => {
  it.each([
    ["<p>Осіннє <b>меню</b></p><p>вже&nbsp;тут</p>", "Осіннє меню\n\nвже тут"],
    ["Рядок<br>другий<br/>третій", "Рядок\nдругий\nтретій"],
    ["<ul><li>чай</li><li>кава</li></ul>", "• чай\n• кава"],
    ["до<script>alert('x')</script><style>a{}</style>після", "допісля"],
    ["<!-- <p>ні</p> -->так", "так"],
    ["5 < 6 &amp;&amp; 7 > 6", "5 < 6 && 7 > 6"],
    ["&amp;lt;script&amp;gt;", "&lt;script&gt;"],
    ["&lt;img src=x onerror=alert(1)&gt;", "<img src=x onerror=alert(1)>"],
    ["&laquo;Кав&rsquo;ярня&raquo; &#8212; &#x1F342;", "«Кав’ярня» — 🍂"],
    ["&#0;&#xD800;&#x110000;", "\uFFFD\uFFFD\uFFFD"],
    ["<script>ніколи не закрито", ""],
    ["кінець <b", "кінець"],
  ])("reads %s", (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it("leaves no tag that was one, whatever the input", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "</",
      "<script>",
      "</script>",
      "<!--",
      "-->",
      "<p>",
      "&lt;",
      "a",
      '"',
      "=",
      " ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const html = pieces.filter((it) => it !== "&lt;" && it !== "<").join("");
        expect(htmlToText(html)).not.toMatch(/<(script|p|!--)/);
      }),
    );
  });

  it("takes time in proportion to the input", () => {
    const started = performance.now();
    htmlToText("<".repeat(300_000));
    htmlToText("<p>&amp;".repeat(100_000));
    htmlToText("<a ".repeat(200_000));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
