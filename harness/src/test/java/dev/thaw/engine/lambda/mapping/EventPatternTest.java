package dev.thaw.engine.lambda.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.FilterCriteria;

/** The rules of https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html. */
final class EventPatternTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static EventFilter filter(String... patterns) {
    var criteria = FilterCriteria.builder();
    criteria.filters(
        java.util.Arrays.stream(patterns)
            .map(pattern -> Filter.builder().pattern(pattern).build())
            .toList());
    return EventFilter.of(criteria.build());
  }

  private static boolean matches(String pattern, String record) throws JsonProcessingException {
    return filter(pattern.replace('\'', '"')).matches(JSON.readTree(record.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'a':['x']}            | {'a':'x'}          | true",
        "{'a':['x']}            | {'a':'y'}          | false",
        "{'a':['x']}            | {}                 | false",
        "{'a':['x','y']}        | {'a':'y'}          | true",
        "{'a':['']}             | {'a':''}           | true",
        "{'a':[null]}           | {'a':null}         | true",
        "{'a':[null]}           | {'a':'x'}          | false",
        "{'a':[true]}           | {'a':true}         | true",
        "{'a':[100]}            | {'a':100.0}        | true",
        "{'a':[100]}            | {'a':'100'}        | false",
        "{'a':[{'prefix':'ab'}]}  | {'a':'abc'}      | true",
        "{'a':[{'prefix':'ab'}]}  | {'a':'xab'}      | false",
        "{'a':[{'suffix':'.png'}]}| {'a':'b.png'}    | true",
        "{'a':[{'suffix':'.png'}]}| {'a':'b.jpg'}    | false",
        "{'a':[{'equals-ignore-case':'Ab'}]} | {'a':'aB'} | true",
        "{'a':[{'equals-ignore-case':'Ab'}]} | {'a':'aC'} | false",
        "{'a':[{'anything-but':['x','y']}]}  | {'a':'z'}  | true",
        "{'a':[{'anything-but':['x','y']}]}  | {'a':'y'}  | false",
        "{'a':[{'anything-but':'x'}]}        | {}         | false",
        "{'a':[{'anything-but':[5]}]}        | {'a':6}    | true",
        "{'a':[{'anything-but':{'prefix':'x'}}]} | {'a':'xy'} | false",
        "{'a':[{'numeric':['=',100]}]}       | {'a':1e2}  | true",
        "{'a':[{'numeric':['>',0,'<=',5]}]}  | {'a':5}    | true",
        "{'a':[{'numeric':['>',0,'<=',5]}]}  | {'a':0}    | false",
        "{'a':[{'numeric':['>',0,'<=',5]}]}  | {'a':'3'}  | false",
        "{'a':[{'exists':true}]}  | {'a':null}       | true",
        "{'a':[{'exists':true}]}  | {}               | false",
        "{'a':[{'exists':false}]} | {'b':1}          | true",
        "{'a':[{'exists':false}]} | {'a':1}          | false",
        "{'a':[{'exists':true}]}  | {'a':{'b':1}}    | false",
        "{'a':{'b':['x']}}      | {'a':{'b':'x'}}    | true",
        "{'a':{'b':['x']}}      | {'a':'x'}          | false",
        "{'a':{'b':[{'exists':false}]}} | {}         | true",
        "{'a':['x'],'b':['y']}  | {'a':'x','b':'z'}  | false",
        "{'a':['x']}            | {'a':['w','x']}    | true",
        "{'a':['x']}            | {'a':['w']}        | false",
        "{'a':{'b':['x']}}      | {'a':[{'b':'w'},{'b':'x'}]} | true",
        "{'$or':[{'a':['x']},{'b':['y']}]}   | {'a':'z','b':'y'} | true",
        "{'$or':[{'a':['x']},{'b':['y']}]}   | {'a':'z','b':'z'} | false",
        "{'c':[1],'$or':[{'a':['x']},{'b':['y']}]} | {'c':2,'a':'x'} | false",
      })
  void aRecordFitsIfOneRuleOfEachMemberHolds(String pattern, String record, boolean fits)
      throws JsonProcessingException {
    assertThat(matches(pattern, record)).isEqualTo(fits);
  }

  @Test
  void oneOfSeveralFiltersIsEnough() throws JsonProcessingException {
    var filter = filter("{\"a\":[1]}", "{\"b\":[2]}");

    assertThat(filter.matches(JSON.readTree("{\"b\":2}"))).isTrue();
    assertThat(filter.matches(JSON.readTree("{\"b\":3}"))).isFalse();
    assertThat(EventFilter.NONE.matches(JSON.readTree("{}"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "{}",
        "{\"a\":\"x\"}",
        "{\"a\":[]}",
        "{\"a\":{}}",
        "{\"a\":[{\"wildcat\":\"x\"}]}",
        "{\"a\":[{\"prefix\":1}]}",
        "{\"a\":[{\"prefix\":\"x\",\"suffix\":\"y\"}]}",
        "{\"a\":[{\"exists\":\"yes\"}]}",
        "{\"a\":[{\"numeric\":[\">\"]}]}",
        "{\"a\":[{\"numeric\":[\"!\",1]}]}",
        "{\"a\":[{\"numeric\":[\">\",\"1\"]}]}",
        "{\"a\":[{\"anything-but\":[]}]}",
        "{\"a\":[{\"anything-but\":[null]}]}",
        "{\"a\":[[1]]}",
        "{\"$or\":[\"x\"]}",
        "{\"a\":[1]} x"
      })
  void whatIsNoPatternIsRefused(String pattern) {
    assertThatThrownBy(() -> filter(pattern)).hasMessage("Invalid filter pattern definition.");
  }
}
