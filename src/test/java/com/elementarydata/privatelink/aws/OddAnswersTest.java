package com.elementarydata.privatelink.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.InterceptorContext;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Which answers are taken for AWS's, call by call; {@code ForeignAnswersTest} has what verbs say of the others. */
class OddAnswersTest {

    private static final String RIGHT =
            "<GetCallerIdentityResponse><GetCallerIdentityResult><Account/></GetCallerIdentityResult>"
                    + "<ResponseMetadata/></GetCallerIdentityResponse>";

    private final ForeignAnswers answers = new ForeignAnswers();
    private final ExecutionAttributes attributes =
            new ExecutionAttributes().putAttribute(SdkExecutionAttribute.OPERATION_NAME, "GetCallerIdentity");

    private static InterceptorContext answer(int status, Map<String, String> headers, String asked, String body) {
        SdkHttpResponse.Builder response = SdkHttpResponse.builder().statusCode(status);
        headers.forEach(response::putHeader);
        return InterceptorContext.builder()
                .request(GetCallerIdentityRequest.builder().build())
                .httpRequest(SdkHttpFullRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(URI.create("https://sts.example"))
                        .putHeader("Content-Type", asked)
                        .build())
                .httpResponse(response.build())
                .responseBody(new ByteArrayInputStream(body.getBytes(UTF_8)))
                .response(GetCallerIdentityResponse.builder().build())
                .build();
    }

    private static InterceptorContext xml(String body) {
        return answer(200, Map.of(), "application/x-www-form-urlencoded", body);
    }

    private String read(InterceptorContext context) throws IOException {
        return new String(
                answers.modifyHttpResponseContent(context, attributes)
                        .orElseThrow()
                        .readAllBytes(),
                UTF_8);
    }

    @Test
    void an_answer_to_what_was_asked_is_read_as_it_is() throws IOException {
        assertThat(read(xml(RIGHT))).isEqualTo(RIGHT);
        assertThat(read(answer(200, Map.of("Content-Length", "" + RIGHT.length()), "text/xml", RIGHT)))
                .isEqualTo(RIGHT);
        assertThat(read(answer(200, Map.of(), "application/x-amz-json-1.1", "{\"Account\": \"1\"}")))
                .contains("Account");
        assertThat(read(answer(200, Map.of("Content-Type", "application/CBOR"), "text/xml", "\u00bf")))
                .isNotEmpty();
        assertThat(read(answer(403, Map.of(), "text/xml", "<html>no</html>"))).isEqualTo("<html>no</html>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>hello</html>         | sts.example answered with a web page, as a captive portal or a proxy does",
                "<!DOCTYPE HTML><p>hello    | sts.example answered with a web page, as a captive portal or a proxy does",
                "''                         | sts.example gave an empty answer",
                "hello                      | sts.example gave no answer to GetCallerIdentity",
                "<DescribeVpcsResponse/>    | sts.example gave no answer to GetCallerIdentity",
            })
    void another_answer_is_none(String body, String words) {
        assertThatThrownBy(() -> read(xml(body)))
                .isInstanceOf(SdkClientException.class)
                .hasMessage(words)
                .hasCauseInstanceOf(ForeignAnswerException.class);
    }

    @Test
    void a_page_counts_as_one_only_by_its_beginning() {
        assertThatThrownBy(() -> read(xml(" ".repeat(1000) + "<html>"))).hasMessageContaining("gave no answer to");
    }

    @Test
    void an_answer_that_was_cut_was_not_reached() {
        assertThatThrownBy(() -> read(answer(200, Map.of("Content-Length", "900"), "text/xml", "<Get")))
                .isInstanceOf(SdkClientException.class)
                .hasRootCauseMessage("the answer was cut after 4 of 900 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "407, a proxy before sts.example wants credentials (HTTP 407)",
        "300, 'sts.example leads elsewhere (HTTP 300), as a captive portal does'",
        "399, 'sts.example leads elsewhere (HTTP 399), as a captive portal does'",
    })
    void a_proxy_or_a_portal_is_told_by_its_status(int status, String words) {
        assertThatThrownBy(() -> answers.afterTransmission(answer(status, Map.of(), "", ""), attributes))
                .isInstanceOf(SdkClientException.class)
                .hasMessage(words);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 299, 400, 403, 503})
    void any_other_status_is_read(int status) {
        assertThatCode(() -> answers.afterTransmission(answer(status, Map.of(), "", ""), attributes))
                .doesNotThrowAnyException();
    }

    @Test
    void an_answer_with_nothing_of_what_was_asked_is_somebody_elses() throws IOException {
        read(xml(RIGHT.replace("Account", "Hello")));
        assertThatThrownBy(() -> answers.afterUnmarshalling(xml(""), attributes))
                .hasMessage("sts.example answered something else than was asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Account/>", "<Account/><Hello/>", ""})
    void an_answer_with_some_of_it_or_with_nothing_at_all_may_be_awss(String members) throws IOException {
        read(xml(RIGHT.replace("<Account/>", members)));
        assertThatCode(() -> answers.afterUnmarshalling(xml(""), attributes)).doesNotThrowAnyException();
    }
}
