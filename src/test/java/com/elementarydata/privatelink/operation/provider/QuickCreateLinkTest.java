package com.elementarydata.privatelink.operation.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.net.Region;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A link to the console with parameters, and what CloudFormation would refuse of them. */
class QuickCreateLinkTest {

    private static final JsonNode TEMPLATE = JsonMapper.shared().readTree("""
            {"Parameters": {
              "Vpc": {"Type": "AWS::EC2::VPC::Id"},
              "Port": {"Type": "Number", "AllowedPattern": "[0-9]+", "ConstraintDescription": "a port"},
              "Answer": {"Type": "String", "AllowedValues": ["yes", "no"]},
              "Hosts": {"Type": "CommaDelimitedList", "AllowedPattern": "[a-z.]+", "ConstraintDescription": "names"},
              "Words": {"Type": "String", "AllowedPattern": "[a-z.]+", "ConstraintDescription": "a name"}}}
            """);

    private static QuickCreateLink link(Map<String, String> parameters) {
        return new QuickCreateLink(
                Region.parse("eu-west-1"),
                URI.create("https://bucket.s3.amazonaws.com/template.json"),
                "PrivateLink",
                new TreeMap<>(parameters));
    }

    @ParameterizedTest
    @CsvSource({"Vpc, vpc-1", "Port, 443", "Answer, yes", "Hosts, 'a.example,b.example'", "Words, a.example"})
    void what_fits_a_parameter_is_no_problem(String name, String value) {
        assertThat(link(Map.of(name, value)).problems(TEMPLATE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Port, https, 'Port=https is not valid; give a port'",
        "Answer, maybe, 'Answer=maybe is not valid; give one of yes, no'",
        "Hosts, 'a.example,', 'Hosts=a.example, is not valid; give names'",
        "Words, 'a.example,b.example', 'Words=a.example,b.example is not valid; give a name'",
        "Colour, red, 'the template has no parameter \"Colour\"; see its Parameters'",
    })
    void what_does_not_fit_is_said_with_what_does(String name, String value, String problem) {
        assertThat(link(Map.of(name, value)).problems(TEMPLATE)).containsExactly(problem);
    }

    @Test
    void the_link_has_everything_in_it() {
        assertThat(link(Map.of("Hosts", "a.example,b.example")))
                .asString()
                .startsWith("https://")
                .contains("eu-west-1", "stackName=PrivateLink", "param_Hosts=a.example%2Cb.example")
                .contains("templateURL=https%3A%2F%2Fbucket.s3.amazonaws.com%2Ftemplate.json");
    }
}
