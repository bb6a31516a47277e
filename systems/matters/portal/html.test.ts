import { expect, test } from "vitest";
import { html, lines, trusted } from "./html.ts";

test("whatever is put in is escaped, in text and in attributes", () => {
  const typed = `<script>alert("1")</script>'&`;
  expect(html`<p title="${typed}">${typed}</p>`.markup).toBe(
    `<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;</p>`,
  );
});

test("markup made by the tag is put in as it is, lists are joined, nothing stands for nothing", () => {
  const items = ["a<", "b"].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}${null}${undefined}${false}${0}</ul>${trusted("<hr>")}`.markup).toBe(
    "<ul><li>a&lt;</li><li>b</li>0</ul><hr>",
  );
});

test("line breaks stay, markup in them does not", () => {
  expect(lines("a\r\nb<i>\nc").markup).toBe("a<br>b&lt;i&gt;<br>c");
});
