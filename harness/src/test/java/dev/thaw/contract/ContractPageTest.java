package dev.thaw.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** {@code docs/contract.md} names the cases that there are, each of them. */
final class ContractPageTest {
  private static final Pattern CASE = Pattern.compile("`([a-z][A-Za-z]+)`");
  private static final Set<Class<?>> SUITE =
      Set.of(
          ConcurrencyContract.class,
          EnvironmentContract.class,
          ProvisionedContract.class,
          AsyncContract.class,
          StreamContract.class,
          StreamFailureContract.class,
          EngineProvisionedContractTest.class,
          EngineStreamContractTest.class);

  @Test
  void namesEveryCase() throws IOException {
    var page = Files.readString(Path.of("docs/contract.md"));
    var named =
        CASE.matcher(page)
            .results()
            .map((MatchResult match) -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named).containsExactlyElementsOf(cases());
  }

  private static Set<String> cases() {
    return SUITE.stream()
        .flatMap(suite -> Stream.of(suite.getDeclaredMethods()))
        .filter(ContractPageTest::isCase)
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isCase(Method method) {
    return Stream.of(Test.class, ParameterizedTest.class).anyMatch(method::isAnnotationPresent);
  }
}
