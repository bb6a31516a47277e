import type { Place, PlaceQuestion, QuestionReason } from "../contract.ts";

/** 冢头镇东街村: a place as it is told apart from others of its name. */
export function fullNameOf(place: Place): string {
  return place.path
    .filter((step) => step.kind !== "county")
    .map((step) => step.shortName)
    .join("");
}

/** The question that an officer or a resident is asked where the text does not decide. */
export function askWhichPlace(
  reason: QuestionReason,
  words: readonly string[],
  places: readonly Place[],
  locale: "zh-CN" | "en" = "zh-CN",
): PlaceQuestion {
  const names = places.map(fullNameOf);
  const said = words[0] ?? "";
  const sentence =
    locale === "en"
      ? {
          "same-name": `“${said}” is the name of ${names.length} places: ${names.join(", ")}. Which one is meant?`,
          "shared-stem": `“${said}” may be ${names.join(", ")}. Which one is meant?`,
          "former-name": `“${said}” is an earlier name; today it is ${names.join(", ")}. Which one is meant?`,
          "several-named": `The text names ${names.join(", ")}. Where did it happen?`,
        }[reason]
      : {
          "same-name": `县里有${names.length}处叫“${said}”：${names.join("、")}。是哪一处？`,
          "shared-stem": `“${said}”可能是${names.join("、")}。是哪一处？`,
          "former-name": `“${said}”是旧称，现在是${names.join("、")}。是哪一处？`,
          "several-named": `文中提到${names.join("、")}。事情发生在哪一处？`,
        }[reason];
  return { reason, words: [...words], sentence };
}
