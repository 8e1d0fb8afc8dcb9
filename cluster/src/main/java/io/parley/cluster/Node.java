package io.parley.cluster;

import java.time.Duration;

/// One process of the cluster, which may die and be started again on the same port and the same
/// data. All of this may be asked for at any time, by one thread at a time.
public interface Node {
  /// As `command-1`.
  String name();

  /// Starts it when it is not running; returns before it is ready.
  void start();

  /// Whether it does its work: what a load balancer would ask.
  boolean isReady();

  /// Whether there is a process; a paused one is alive.
  boolean isAlive();

  /// How much processor time it has used since it was started, its children included.
  Duration cpuTime();

  /// As `kill -9`: it can't do anything about it. Returns once it is gone.
  void kill();

  /// Takes the processor from it, as a long pause of its virtual machine would (SIGSTOP).
  void pause();

  /// Gives the processor back (SIGCONT).
  void resume();

  /// Asks it to end in order and returns once it has; kills it when that takes longer than a
  /// minute.
  void stop();
}
