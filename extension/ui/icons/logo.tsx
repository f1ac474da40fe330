/** The logo of Atlas: the strokes of an A and a dot. */
export function Logo({ size = 22 }: { readonly size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 24 24" fill="none">
      <path
        d="M4 19.5L12 4l8 15.5"
        stroke="var(--accent)"
        strokeWidth={2.6}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx={12} cy={16} r={2.3} fill="#e0a526" />
    </svg>
  );
}
