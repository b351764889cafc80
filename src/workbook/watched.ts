import { useSyncExternalStore } from "react";

/** Something outside of React that changes; `state` is another value after each change and the same until then. */
export interface Watched<State> {
  readonly state: State;
  onChange(listener: () => void): () => void;
}

export const useWatched = <State>(watched: Watched<State>): State =>
  useSyncExternalStore((listener) => watched.onChange(listener), () => watched.state);

/** A value that code outside of React sets. */
export class Watchable<State> implements Watched<State> {
  private readonly listeners = new Set<() => void>();

  constructor(private current: State) {}

  get state(): State {
    return this.current;
  }

  set(state: State): void {
    if (Object.is(state, this.current)) return;
    this.current = state;
    for (const listener of this.listeners) listener();
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
