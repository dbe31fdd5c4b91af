export type { AxisUnit } from "./axis.ts";
export * from "./bar-chart.ts";
export * from "./forecast-chart.ts";
export * from "./line-chart.ts";
export * from "./scene.ts";
export * from "./sparkline.ts";
export * from "./svg.ts";
export * from "./trend-chart.ts";
