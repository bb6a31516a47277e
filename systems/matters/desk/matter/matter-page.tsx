export default function MatterPage() {
  return null;
}
