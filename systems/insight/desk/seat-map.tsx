import { useQuery } from "@tanstack/react-query";
import { ask, Drawing, useLanguage } from "../../../ui/index.ts";
import { seatRoadsRoute } from "../../territory/contract.ts";
import { roadMap } from "../../territory/screens.ts";

/** The roads of the county's seat, where the board stands at a place of it. */
export function SeatMap({ path, title }: { path: readonly { readonly id: string }[]; title: string }) {
  const language = useLanguage();
  const { data } = useQuery({ queryKey: ["seat-roads"], queryFn: () => ask(seatRoadsRoute), staleTime: 60 * 60_000 });
  const inSeat = data?.townships.some((township) => path.some((step) => step.id === township.id));
  if (!data?.roads || !inSeat) return null;
  return (
    <section className="card board-seat">
      <header>
        <h2>{title}</h2>
      </header>
      <Drawing svg={roadMap(data.roads, null, { locale: language, id: "board-seat" })} />
    </section>
  );
}
