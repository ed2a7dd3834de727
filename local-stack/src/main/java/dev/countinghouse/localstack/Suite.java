package dev.countinghouse.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The whole suite on this machine: the three servers and the five services beside them. */
public final class Suite implements AutoCloseable {

  /**
   * What to start.
   *
   * @param root the repository, with the services built in it
   * @param directory holds data, secrets and logs; opened again, it holds what it held
   * @param fixedPorts the usual ports where they are free, else any free ones
   * @param gatewayPort preferred with fixed ports
   * @param durable commits wait for the disk
   * @param training the services write their ahead-of-time caches when they stop
   * @param environment more settings for all services, which win over the suite's own
   * @param services the services to start
   */
  public record Settings(
      Path root,
      Path directory,
      boolean fixedPorts,
      int gatewayPort,
      boolean durable,
      boolean training,
      Map<String, String> environment,
      Set<SuiteService> services,
      Progress progress) {

    public Settings {
      root = root.toAbsolutePath().normalize();
      directory = directory.toAbsolutePath().normalize();
      environment = Map.copyOf(environment);
      services = Set.copyOf(services);
    }

    /** With all services. */
    public Settings(
        Path root,
        Path directory,
        boolean fixedPorts,
        int gatewayPort,
        boolean durable,
        boolean training,
        Map<String, String> environment,
        Progress progress) {
      this(
          root,
          directory,
          fixedPorts,
          gatewayPort,
          durable,
          training,
          environment,
          EnumSet.allOf(SuiteService.class),
          progress);
    }

    /** The same with {@code some} services only. */
    public Settings only(Set<SuiteService> some) {
      return new Settings(
          root, directory, fixedPorts, gatewayPort, durable, training, environment, some, progress);
    }

    /** The same with commits that wait for the disk: for tests of what a crash leaves. */
    public Settings withDurableCommits() {
      return new Settings(
          root,
          directory,
          fixedPorts,
          gatewayPort,
          true,
          training,
          environment,
          services,
          progress);
    }

    /** For tests: free ports, nothing on the disk for sure, and progress on standard error. */
    public static Settings forTests(Path directory) {
      Path root = RepositoryRoot.find();
      Progress progress = Progress.on(System.err);
      return new Settings(
          root, directory, false, 0, false, false, SuiteEnvironment.SHORT_LIVED, progress);
    }

    private Infrastructure.Settings infrastructure() {
      return new Infrastructure.Settings(directory, durable, fixedPorts, progress);
    }
  }

  private final Settings settings;
  private final RunLock lock;
  private final Infrastructure servers;
  private final SuiteEnvironment environment;
  private final Map<SuiteService, ServiceProgram> programs;
  private final Map<SuiteService, ServiceProcess> running = new EnumMap<>(SuiteService.class);

  private Suite(
      Settings settings,
      RunLock lock,
      Infrastructure servers,
      SuiteEnvironment environment,
      Map<SuiteService, ServiceProgram> programs) {
    this.settings = settings;
    this.lock = lock;
    this.servers = servers;
    this.environment = environment;
    this.programs = programs;
  }

  /** Starts everything and returns when every service is ready. */
  public static Suite start(Settings settings) {
    Map<SuiteService, ServiceProgram> programs = new EnumMap<>(SuiteService.class);
    for (SuiteService service : settings.services()) {
      programs.put(service, ServiceProgram.of(service, settings.root()));
    }
    RunLock lock = RunLock.take(settings.directory());
    Ports ports = new Ports(settings.progress());
    Map<SuiteService, Integer> chosen = choosePorts(settings, ports);
    try {
      Infrastructure servers = Infrastructure.start(settings.infrastructure(), ports);
      SuiteSecrets secrets = SuiteSecrets.in(settings.directory());
      SuiteEnvironment environment =
          new SuiteEnvironment(servers, secrets, chosen, settings.environment());
      return begun(new Suite(settings, lock, servers, environment, programs));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Map<SuiteService, Integer> choosePorts(Settings settings, Ports ports) {
    Map<SuiteService, Integer> chosen = new EnumMap<>(SuiteService.class);
    for (SuiteService service : SuiteService.values()) {
      int usual =
          service == SuiteService.GATEWAY ? settings.gatewayPort() : service.preferredPort();
      chosen.put(service, ports.near(settings.fixedPorts() ? usual : 0));
    }
    return chosen;
  }

  private static Suite begun(Suite suite) {
    try {
      suite.startServices();
      return suite;
    } catch (RuntimeException e) {
      suite.close();
      throw e;
    }
  }

  private void startServices() {
    programs.keySet().stream()
        .filter(SuiteService::hasDatabase)
        .forEach(service -> servers.postgres().ensureDatabase(service.id()));
    programs.keySet().forEach(this::launch);
    together(List.copyOf(running.values()), this::awaitReady);
  }

  private synchronized ServiceProcess launch(SuiteService service) {
    ServiceProgram program = programs.get(service);
    if (program == null) {
      throw new IllegalArgumentException(service + " is not a part of this suite");
    }
    ServiceProcess process =
        ServiceProcess.start(
            service,
            program,
            environment.of(service),
            settings.directory(),
            settings.training() && !program.cache().isFresh());
    running.put(service, process);
    return process;
  }

  private void awaitReady(ServiceProcess process) {
    long begin = System.nanoTime();
    process.awaitReady();
    double seconds = (System.nanoTime() - begin) / 1e9;
    String name = process.service().module();
    settings.progress().say(String.format(Locale.ROOT, "%s is ready (%.1f s)", name, seconds));
  }

  private interface Step {
    void with(ServiceProcess process);
  }

  private static void together(List<ServiceProcess> processes, Step step) {
    CompletableFuture<?>[] steps =
        processes.stream()
            .map(
                process ->
                    CompletableFuture.runAsync(
                        () -> step.with(process), Thread::startVirtualThread))
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(steps).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StackException failure ? failure : e;
    }
  }

  private synchronized ServiceProcess running(SuiteService service) {
    ServiceProcess process = running.get(service);
    if (process == null) {
      throw new IllegalArgumentException(service + " was never started");
    }
    return process;
  }

  /** The address of the gateway. */
  public URI gateway() {
    return url(SuiteService.GATEWAY);
  }

  /** The address of a service past the gateway: for health, metrics and the bench. */
  public URI url(SuiteService service) {
    return running(service).url();
  }

  public long pid(SuiteService service) {
    return running(service).pid();
  }

  public Path log(SuiteService service) {
    return running(service).log();
  }

  public Infrastructure servers() {
    return servers;
  }

  /** A token of the local issuer. */
  public String token(String subject, String... roles) {
    return LocalIssuer.token(gateway(), subject, List.of(roles));
  }

  /** An internal token of a service, for calls below {@code /internal}, past the gateway. */
  public String internalToken(String subject) {
    return InternalToken.ofService(environment.tokenSecret(), subject);
  }

  /** {@code kill -9} on a service; returns when it is gone. */
  public void kill9(SuiteService service) {
    running(service).kill();
  }

  /** Starts a service again on the port it had, and waits until it is ready. */
  public void restart(SuiteService service) {
    running(service).close();
    launch(service).awaitReady();
  }

  /** Completes when a service ends, whatever ends it. */
  public CompletableFuture<SuiteService> onExit(SuiteService service) {
    return running(service).leash().onExit().thenApply(ended -> service);
  }

  /** What the services hold in memory together. */
  public Memory rss() {
    return programs.keySet().stream().map(this::rss).reduce(Memory.NONE, Memory::plus);
  }

  public Memory rss(SuiteService service) {
    return Memory.of(pid(service));
  }

  /** Stops the services, then the servers; returns when all are gone. */
  @Override
  public void close() {
    together(List.copyOf(running.values()), ServiceProcess::close);
    servers.close();
    if (settings.training()) {
      programs.values().forEach(this::settle);
    }
    lock.close();
  }

  private void settle(ServiceProgram program) {
    if (!program.cache().isFresh() && !program.cache().settle()) {
      settings.progress().say("a start-up cache could not be made; starts stay slower");
    }
  }
}
