package dev.countinghouse.bench;

import java.util.List;

/** Something that can be measured beside its floor. */
interface Benchmark {

  /** The name on the command line and of the report. */
  String name();

  /** Starts what it needs, measures, stops it. */
  List<Measurement> run() throws Exception;
}
