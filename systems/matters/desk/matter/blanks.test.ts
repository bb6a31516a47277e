import { expect, test } from "vitest";
import { blanksIn, fillKnown } from "./blanks.ts";

test("what the matter knows is filled, the rest stays a blank that is found with its place", () => {
  const text = fillKnown("您好，{{事项}}由{{ 单位 }}负责，{{更换日期}}更换。", {
    事项: "排水沟堵了",
    单位: "村镇建设办",
    更换日期: "",
  });
  expect(text).toBe("您好，排水沟堵了由村镇建设办负责，{{更换日期}}更换。");
  const [blank, ...others] = blanksIn(text);
  expect(others).toEqual([]);
  expect(blank?.name).toBe("更换日期");
  expect(text.slice(blank?.start, blank?.end)).toBe("{{更换日期}}");
});

test("a variable that the matter does not answer stays a blank too", () => {
  expect(blanksIn(fillKnown("转给{{destination}}", { destination: "" })).map((one) => one.name)).toEqual(["destination"]);
});

test("a text without blanks has none, half-open braces are no blank", () => {
  expect(blanksIn("费用 {{ 没写完")).toEqual([]);
});
