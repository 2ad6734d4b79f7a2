import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes } from "react";

interface Look {
  variant?: "primary" | "secondary" | "quiet" | "danger" | undefined;
  size?: "normal" | "small" | undefined;
}

const classes = ({ variant = "primary", size = "normal" }: Look) =>
  `button button--${variant}${size === "small" ? " button--small" : ""}`;

/** A button; it submits its form unless `type="button"`. */
export function Button({
  variant,
  size,
  type = "submit",
  ...button
}: Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className">) {
  return <button {...button} className={classes({ variant, size })} type={type} />;
}

/** A link that looks like a button, for moving on rather than for changing something. */
export function ButtonLink({ variant, size, ...link }: Look & Omit<LinkProps, "className">) {
  return <Link {...link} className={classes({ variant, size })} />;
}
