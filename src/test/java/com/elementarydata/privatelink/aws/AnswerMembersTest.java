package com.elementarydata.privatelink.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The members of answers, and what is no answer. */
class AnswerMembersTest {

    private static Optional<List<String>> xml(String body) {
        return AnswerMembers.of("DescribeVpcs", false, body.getBytes(UTF_8));
    }

    private static Optional<List<String>> json(String body) {
        return AnswerMembers.of("DescribeVpcs", true, body.getBytes(UTF_8));
    }

    @Test
    void members_are_right_below_the_root_or_in_a_result_of_their_own() {
        assertThat(
                        xml(
                                "<DescribeVpcsResponse xmlns=\"http://x/\"> <vpcSet><item/></vpcSet>\n<requestId/></DescribeVpcsResponse>"))
                .hasValue(List.of("vpcSet", "requestId"));
        assertThat(xml("<DescribeVpcsResponse><DescribeVpcsResult><Vpcs/></DescribeVpcsResult><ResponseMetadata/>"
                        + "</DescribeVpcsResponse>"))
                .hasValue(List.of("Vpcs", "ResponseMetadata"));
        assertThat(json("{\"Vpcs\": [], \"NextToken\": null}")).hasValue(List.of("Vpcs", "NextToken"));
        assertThat(json("{}")).hasValue(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html/>",
                "<DescribeSubnetsResponse/>",
                "<DescribeVpcsResponse>",
                "<!DOCTYPE x><DescribeVpcsResponse/>",
                "hello",
            })
    void another_document_is_no_answer(String body) {
        assertThat(xml(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"hello\"", "{", "<html/>"})
    void another_value_is_no_answer_either(String body) {
        assertThat(json(body)).isEmpty();
    }
}
