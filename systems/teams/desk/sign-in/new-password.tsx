import { useState } from "react";
import { Field, type FieldProblem, Input, useWords } from "../../../../ui/index.ts";
import { signInWords } from "./sign-in-words.ts";

/** A new password typed twice; `missing` says what is not right before anything is sent. */
export function useNewPassword() {
  const t = useWords(signInWords);
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const missing: readonly (FieldProblem | false)[] = [
    next === "" && { field: "password-next", sentence: t.nextEmpty },
    next !== "" && again !== next && { field: "password-again", sentence: t.differs },
  ];
  return { next, again, setNext, setAgain, missing };
}

export function NewPasswordFields({
  value,
  of,
}: {
  value: ReturnType<typeof useNewPassword>;
  of: (field: string) => string | undefined;
}) {
  const t = useWords(signInWords);
  return (
    <>
      <Field id="password-next" label={t.next} hint={t.nextHint} error={of("password-next")}>
        <Input.Password
          size="large"
          autoComplete="new-password"
          value={value.next}
          onChange={(event) => value.setNext(event.target.value)}
        />
      </Field>
      <Field id="password-again" label={t.repeat} error={of("password-again")}>
        <Input.Password
          size="large"
          autoComplete="new-password"
          value={value.again}
          onChange={(event) => value.setAgain(event.target.value)}
        />
      </Field>
    </>
  );
}
