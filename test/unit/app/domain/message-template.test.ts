import { describe, expect, it } from "vitest";
import { fillTemplate, firstNameOf, unknownFields } from "#app/domain/message-template.ts";
import { STARTER_TEMPLATES } from "#app/features/messages/starter-templates.ts";

const facts = {
  "applicant first name": "Dana",
  "job title": "Cath Lab Coder",
  employer: "Bayfront",
  "reply-by date": null,
  sender: "Morgan",
};

describe("A template", () => {
  it("is filled in with what is known, however its fields are spaced and cased", () => {
    expect(fillTemplate("Hi { Applicant  First Name }: {job title}", facts)).toEqual({
      text: "Hi Dana: Cath Lab Coder",
      missing: [],
    });
  });

  it("says which fields have nothing to say and leaves them standing", () => {
    expect(fillTemplate("By {reply-by date}, {reply-by date}.", facts)).toEqual({
      text: "By {reply-by date}, {reply-by date}.",
      missing: ["reply-by date"],
    });
  });

  it("never reads what it put in for fields again", () => {
    const { text } = fillTemplate("{applicant first name}", {
      ...facts,
      "applicant first name": "{sender} $&",
    });
    expect(text).toBe("{sender} $&");
  });

  it("names every slip between braces once", () => {
    expect(unknownFields("{applicant frist name} {sender} {x} {x} { } {}\n{a\nb}")).toEqual([
      "{applicant frist name}",
      "{x}",
      "{ }",
    ]);
  });

  it("that we ship holds no slip", () => {
    for (const { body } of STARTER_TEMPLATES) expect(unknownFields(body)).toEqual([]);
  });
});

it.each([
  ["Dana Coder", "Dana"],
  ["Dr. Lee Chart", "Lee"],
  ["  Cher ", "Cher"],
  ["Dr", "Dr"],
  ["", ""],
])("The first name of “%s” is “%s”", (name, first) => {
  expect(firstNameOf(name)).toBe(first);
});
