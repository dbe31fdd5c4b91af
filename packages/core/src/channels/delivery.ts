/** A webhook delivery whose signature was checked, as it waits on the intake queue. */
export interface Delivery {
  /** The same for the same bytes from the same platform. */
  readonly deliveryId: string;
  readonly platform: string;
  /** The body exactly as delivered. */
  readonly rawBody: string;
  /** Epoch ms. */
  readonly receivedAt: number;
}
