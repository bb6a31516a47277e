import { expect, it } from "vitest";
import { notice2026 } from "./notices.fixture.ts";
import { readNotice } from "./read-notice.rule.ts";

const TEXT = `
各省、自治区、直辖市人民政府：
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
`;

it("reads the notice for 2026 as it was entered by hand", () => {
  const read = readNotice(2026, TEXT);
  expect(read.days).toEqual([...notice2026.days].sort((a, b) => (a.day < b.day ? -1 : 1)));
  expect(read.unread).toEqual(["各省、自治区、直辖市人民政府："]);
});

it("takes 元旦 in December for the year before, and a range over the turn of the month or year", () => {
  expect(
    readNotice(2008, "元旦：12月30日至1月1日放假，共3天。12月29日（星期六）上班。").days.map((one) => [one.day, one.kind]),
  ).toEqual([
    ["2007-12-29", "make-up workday"],
    ["2007-12-30", "holiday"],
    ["2007-12-31", "holiday"],
    ["2008-01-01", "holiday"],
  ]);
  expect(readNotice(2025, "春节：1月28日至2月4日放假调休").days).toHaveLength(8);
});

it("leaves a day that does not exist, and a line without days, unread", () => {
  expect(readNotice(2026, "国庆节：2月30日放假\n节假日期间要安排好值班")).toEqual({
    days: [],
    unread: ["国庆节：2月30日放假", "节假日期间要安排好值班"],
  });
});
