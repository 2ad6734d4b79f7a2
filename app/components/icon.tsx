import {
  ArrowLeft,
  Bookmark,
  Check,
  ChevronRight,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  Clock,
  Download,
  ExternalLink,
  FileText,
  Info,
  type LucideIcon,
  Mail,
  MapPin,
  Menu,
  Plus,
  Search,
  SlidersHorizontal,
  Trash2,
  TriangleAlert,
  X,
} from "lucide-react";

const ICONS = {
  "arrow-left": ArrowLeft,
  bookmark: Bookmark,
  check: Check,
  "chevron-right": ChevronRight,
  "circle-alert": CircleAlert,
  "circle-check": CircleCheck,
  "circle-dashed": CircleDashed,
  "circle-dot": CircleDot,
  clock: Clock,
  download: Download,
  external: ExternalLink,
  file: FileText,
  info: Info,
  mail: Mail,
  menu: Menu,
  "map-pin": MapPin,
  plus: Plus,
  search: Search,
  sliders: SlidersHorizontal,
  trash: Trash2,
  warning: TriangleAlert,
  x: X,
} satisfies Record<string, LucideIcon>;

export type IconName = keyof typeof ICONS;

/** An outline icon, always beside a word: it is hidden from assistive technology. */
export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  const Drawing = ICONS[name];
  return (
    <Drawing
      aria-hidden="true"
      className={className ? `icon ${className}` : "icon"}
      focusable="false"
      strokeWidth={1.75}
    />
  );
}
