package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.InitializationType;
import dev.thaw.invocation.ReportLine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same lifecycle in Lambda's JSON format, and with a trace. */
final class LogFormatsTest {
  private static final String INIT_START =
      """
      {"time":"2026-11-23T12:00:00.000Z","type":"platform.initStart","record":{\
      "initializationType":"on-demand","phase":"init","runtimeVersion":"java:17.v1",\
      "runtimeVersionArn":"arn:aws:lambda:eu-west-1::runtime:<hash>","functionName":"function",\
      "functionVersion":"$LATEST","instanceId":"stream","instanceMaxMemory":134217728}}
      """;
  private static final String INIT_DONE =
      """
      {"time":"2026-11-23T12:00:00.110Z","type":"platform.initRuntimeDone","record":{\
      "initializationType":"on-demand","phase":"init","status":"success"}}
      {"time":"2026-11-23T12:00:00.110Z","type":"platform.initReport","record":{\
      "initializationType":"on-demand","phase":"init","status":"success",\
      "metrics":{"durationMs":110.1}}}
      """;
  private static final String START =
      """
      {"time":"2026-11-23T12:00:00.110Z","type":"platform.start","record":{"requestId":"cold",\
      "functionArn":"<arn>","version":"$LATEST"}}
      """;
  private static final String RUNTIME_DONE =
      """
      {"time":"2026-11-23T12:00:00.113Z","type":"platform.runtimeDone","record":{\
      "requestId":"cold","status":"success","metrics":{"durationMs":3.01,"producedBytes":6}}}
      """;
  private static final String REPORT =
      """
      {"time":"2026-11-23T12:00:00.113Z","type":"platform.report","record":{"requestId":"cold",\
      "metrics":{"durationMs":3.01,"billedDurationMs":114,"memorySizeMB":128,\
      "maxMemoryUsedMB":36,"initDurationMs":110.1},"status":"success"}}
      """;

  private static ScriptedEnvironment json(LogLevel application, LogLevel system) {
    return json(InitializationType.ON_DEMAND, application, system);
  }

  private static ScriptedEnvironment json(
      InitializationType type, LogLevel application, LogLevel system) {
    var settings = new LogSettings(null, new LogSettings.Levels(application, system));
    return new ScriptedEnvironment(type, new Attachments(List.of(), settings, false));
  }

  private static String mask(CharSequence log) {
    return TestFleet.mask(log.toString())
        .replace(TestFleet.NAME.arn(), "<arn>")
        .replace("\"" + TestFleet.NAME.name() + "\"", "\"function\"");
  }

  @Test
  void infoLeavesOutWhatGoesWell() {
    var it = json(LogLevel.INFO, LogLevel.INFO);
    it.warmUp();

    assertThat(mask(it.stream)).isEqualTo(INIT_START + START + REPORT);
  }

  @Test
  void debugSendsEverything() {
    var it = json(LogLevel.INFO, LogLevel.DEBUG);
    it.warmUp();

    assertThat(mask(it.stream)).isEqualTo(INIT_START + INIT_DONE + START + RUNTIME_DONE + REPORT);
  }

  @Test
  void tailHasAllEventsWhateverIsSent() {
    var it = json(LogLevel.INFO, LogLevel.WARN);
    var result = it.warmUp();

    assertThat(it.stream).isEmpty();
    assertThat(mask(result.log()))
        .isEqualTo(INIT_START + INIT_DONE + START + RUNTIME_DONE + REPORT);
    assertThat(ReportLine.parse(result.log()))
        .contains(ReportLine.warm("cold", 3.01, 114, 128, 36).withInit(110.1));
  }

  @Test
  void warnSendsTimeouts() {
    var it = json(LogLevel.INFO, LogLevel.WARN);
    it.warmUp();
    it.begin("slow");
    it.after(3000);

    assertThat(mask(it.stream))
        .isEqualTo(
            """
            {"time":"2026-11-23T12:00:03.113Z","type":"platform.runtimeDone","record":{\
            "requestId":"slow","status":"timeout","metrics":{"durationMs":3000.0,\
            "producedBytes":%d}}}
            {"time":"2026-11-23T12:00:03.113Z","type":"platform.report","record":{\
            "requestId":"slow","metrics":{"durationMs":3000.0,"billedDurationMs":3000,\
            "memorySizeMB":128,"maxMemoryUsedMB":36},"status":"timeout"}}
            """
                .formatted(Failure.timedOut("slow", 3).payload().length));
    assertThat(ReportLine.parse(it.stream.toString()).orElseThrow().status()).isEqualTo("timeout");
  }

  @Test
  void initOnTheInvocationsTimeSaysSo() {
    var it = json(LogLevel.INFO, LogLevel.INFO);
    it.begin("id");
    it.started();
    it.exited(1);
    it.started();

    assertThat(mask(it.stream).lines())
        .extracting(
            line ->
                line.replaceAll(".*\"type\":\"platform.(\\w+)\".*\"phase\":\"(\\w+)\".*", "$1 $2"))
        .containsExactly(
            "initStart init", "initRuntimeDone init", "initReport init", "initStart invoke");
    assertThat(it.stream.toString())
        .contains("\"status\":\"error\",\"errorType\":\"Runtime.ExitError\"");
  }

  @Test
  void initAheadIsReportedAtInfo() {
    var it = json(InitializationType.PROVISIONED_CONCURRENCY, LogLevel.INFO, LogLevel.INFO);
    var unused = it.environment.initialize();
    it.loop.run();
    it.started();
    it.after(110.1);
    it.ready();

    assertThat(mask(it.stream))
        .isEqualTo(
            INIT_START.replace("on-demand", "provisioned-concurrency")
                + INIT_DONE
                    .lines()
                    .skip(1)
                    .findFirst()
                    .orElseThrow()
                    .replace("on-demand", "provisioned-concurrency")
                + "\n");
  }

  @Test
  void linesOfTheFunctionAreSentByTheirLevel() {
    var it = json(LogLevel.WARN, LogLevel.INFO);
    var cold = it.invoke("cold");
    it.started();
    it.ready();
    it.sandbox
        .last()
        .unflushed
        .addAll(
            List.of(
                "plain text is INFO\n",
                "{\"level\":\"debug\",\"msg\":\"no\"}\n",
                "{\"level\":\"Error\",\"msg\":\"yes\"}\n",
                "{\"level\":\"loud\",\"msg\":\"INFO, too\"}\n",
                "{\"level\":\"ERROR\", cut off\n"));
    it.responded("1");

    assertThat(cold.join().log().lines().filter(line -> !line.contains("\"platform.")))
        .containsExactly("{\"level\":\"Error\",\"msg\":\"yes\"}");
  }

  @Test
  void plainTextIsPassedOnAsItIs() {
    var it = json(LogLevel.INFO, LogLevel.WARN);
    it.warmUp();
    it.sandbox.last().listener.printed("hello\n");

    assertThat(it.stream).hasToString("hello\n");
  }

  @Test
  void reportOfATracedFunctionIsFollowedByItsTrace() {
    var traced = new Attachments(List.of(), LogSettings.DEFAULT, true);
    var it = new ScriptedEnvironment(InitializationType.ON_DEMAND, traced);
    var answer = it.invoke("5d3b1d9e-6a24-4f7c-9c7c-0a6f6d5c4b3a");
    it.started();
    it.ready();
    it.responded("1");

    // Noon of 2026-11-23 is second 1795435200 of the epoch, in hexadecimal 6b042ac0.
    assertThat(answer.join().log())
        .endsWith(
            "\t\nXRAY TraceId: 1-6b042ac0-5d3b1d9e6a244f7c9c7c0a6f\tSegmentId: 9c7c0a6f6d5c4b3a"
                + "\tSampled: true\t\n");
    assertThat(it.sandbox.last().deliveries.get(0).trace().header())
        .isEqualTo("Root=1-6b042ac0-5d3b1d9e6a244f7c9c7c0a6f;Parent=9c7c0a6f6d5c4b3a;Sampled=1");
    assertThat(ReportLine.parse(answer.join().log())).isPresent();
  }
}
