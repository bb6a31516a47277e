/**
 * 受理机构（示例配置）: who receives what the usual desk must not, in order; the county's real list replaces it. The level above is
 * named from memory, [M], and is the county's to correct.
 */
export const receivingBodies = {
  reports: ["discipline"],
  retaliation: ["discipline", "petitions"],
  above: {
    zh: "市级纪检监察机关或信访部门",
    en: "the city's discipline inspection or petitions office",
  },
};
