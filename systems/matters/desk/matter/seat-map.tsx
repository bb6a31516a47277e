import { useQuery } from "@tanstack/react-query";
import { ask, Drawing, useLanguage } from "../../../../ui/index.ts";
import { seatRoadsRoute } from "../../../territory/contract.ts";
import { roadMap } from "../../../territory/screens.ts";
import type { MatterPage } from "../queries.ts";

/** The roads of the county's seat, where the matter lies in it; the point is marked where one was given. */
export function SeatMap({ place }: { place: MatterPage["place"] }) {
  const language = useLanguage();
  const { data } = useQuery({ queryKey: ["seat-roads"], queryFn: () => ask(seatRoadsRoute), staleTime: 60 * 60_000 });
  const inSeat = data?.townships.some((township) => place.ref?.path.includes(township.name));
  if (!data?.roads || !inSeat) return null;
  const point = place.point && ([place.point.lng, place.point.lat] as const);
  return <Drawing svg={roadMap(data.roads, point && [...point], { locale: language, id: "matter-seat", width: 300 })} />;
}
