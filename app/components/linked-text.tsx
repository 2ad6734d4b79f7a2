const URL_SHAPE = /(https?:\/\/[^\s<>"]+)/;

/** Plain text with its line breaks kept and its web addresses made links. */
export function LinkedText({ text }: { text: string }) {
  const parts = text.split(URL_SHAPE);
  return (
    <div className="plain-text">
      {parts.map((part, index) => {
        const key = `${index} ${part}`;
        return URL_SHAPE.test(part) ? (
          <a href={part} key={key} rel="noreferrer">
            {part}
          </a>
        ) : (
          <span key={key}>{part}</span>
        );
      })}
    </div>
  );
}
