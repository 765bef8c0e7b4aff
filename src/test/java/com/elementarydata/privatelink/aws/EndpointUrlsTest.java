package com.elementarydata.privatelink.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.elementarydata.privatelink.model.Refusal;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:4566",
                "http://",
                "not a url",
                "ftp://host",
                "/x",
                "http://127.0.0.1:65536",
                "http://a b",
                "https://ec2\nhost"
            })
    void what_is_no_address_of_http_is_refused_with_its_variable(String text) {
        EndpointUrls urls = EndpointUrls.of(Map.of("AWS_ENDPOINT_URL_EC2", text, "AWS_REGION", "no address"));

        Refusal refusal = Objects.requireNonNull(catchThrowableOfType(Refusal.class, urls::check));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.AWS);
        assertThat(refusal.lines())
                .containsExactly(
                        "AWS_ENDPOINT_URL_EC2 is \"%s\", which is not of the form https://HOST[:PORT]; set it to"
                                        .formatted(text)
                                + " that, or unset it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:4566",
                "https://vpce-1.ec2.eu-west-1.vpce.amazonaws.com",
                "http://[::1]:4566/",
                "http://localhost:65535"
            })
    void an_address_is_taken(String text) {
        assertThatCode(() -> EndpointUrls.of(Map.of("AWS_ENDPOINT_URL", text)).check())
                .doesNotThrowAnyException();
    }
}
