package com.elementarydata.privatelink.template;

import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a kind of parameter takes: what its type takes, and nothing besides.
 *
 * @param parameters the parameters' names; such as end in {@code ?} may be empty
 * @param taken whether the construct takes a text
 * @param samples texts around the limits
 */
record ParameterForms(List<String> parameters, Predicate<String> taken, List<String> samples) {

    private static final List<ParameterForms> ALL = List.of(
            of(
                    "Port1 Port2? Port3? Port4? HealthCheckPort?",
                    text -> Port.of(Integer.parseInt(text)),
                    "0 1 9 10 99 100 999 1000 9999 10000 59999 60000 64999 65000 65499 65500 65529 65530 65535 65536 "
                            + "65540 65600 66000 70000 99999 100000"),
            of(
                    "ClientCidr1 ClientCidr2? ClientCidr3?",
                    text -> Cidr.parse(text).prefixLength() >= 8,
                    "10.0.0.0/7 10.0.0.0/8 10.0.0.0/9 10.0.0.0/19 10.0.0.0/20 10.0.0.0/29 10.0.0.0/30 10.0.0.0/32 "
                            + "10.0.0.0/33 10.0.0.0/40 0.0.0.0/0 255.255.255.255/32 256.0.0.0/8 10.0.0/24 10.0.0.0"),
            of(
                    "VpcCidr1? VpcCidr2? VpcCidr3? VpcCidr4? VpcCidr5?",
                    text -> Cidr.parse(text).prefixLength() >= 16
                            && Cidr.parse(text).prefixLength() <= 28,
                    "10.0.0.0/15 10.0.0.0/16 10.0.0.0/19 10.0.0.0/20 10.0.0.0/28 10.0.0.0/29 256.0.0.0/16 10.0.0.0"),
            of(
                    "VpcId?",
                    text -> text.matches("vpc-[0-9a-f]{8}([0-9a-f]{9})?"),
                    "vpc-01234567 vpc-0123456789abcdef0 vpc-0123 vpc-0123456789ABCDEF0 subnet-01234567 vpc-0,vpc-1"),
            of(
                    "SubnetIds?",
                    text -> text.matches("subnet-[0-9a-f]{8}([0-9a-f]{9})?"),
                    "subnet-01234567 subnet-0123456789abcdef0 subnet-0123 subnet-0123456789abcdef01 vpc-01234567"),
            of(
                    "TargetSecurityGroup1?",
                    text -> text.matches("sg-[0-9a-f]{8}([0-9a-f]{9})?"),
                    "sg-01234567 sg-0123456789abcdef0 sg-0123 sg-0123456789abcdef01 default"),
            of(
                    "LoadBalancerArn?",
                    text -> text.matches("arn:aws[^:]*:elasticloadbalancing:[^:]+:\\d{12}:loadbalancer/net/[^/]+/\\w+"),
                    "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/web/0123456789abcdef "
                            + "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef "
                            + "arn:aws:elasticloadbalancing:eu-west-1:1111:loadbalancer/net/web/0123456789abcdef web"),
            of(
                    "NotificationTopicArn?",
                    text -> text.matches("arn:aws[^:]*:sns:[^:]+:\\d{12}:[\\w-]+"),
                    "arn:aws:sns:eu-west-1:111122223333:Connections arn:aws:sns:eu-west-1:111122223333:Connections.fifo "
                            + "arn:aws:sqs:eu-west-1:111122223333:Connections arn:aws:sns:eu-west-1:1111:a Connections"),
            of(
                    "TcpIdleTimeout?",
                    text -> Integer.parseInt(text) >= 60 && Integer.parseInt(text) <= 6000,
                    "0 6 59 60 99 100 349 350 999 1000 3600 5999 6000 6001 7000 10000"),
            of(
                    "Target1? Target2? Target3? Target4? Target5?",
                    text -> Cidr.ofAddress(text).isPrivate(),
                    "9.255.255.255 10.0.0.0 10.255.255.255 11.0.0.0 172.15.255.255 172.16.0.0 172.20.9.19 172.31.255.255 "
                            + "172.32.0.0 192.167.255.255 192.168.0.0 192.168.255.255 192.169.0.0 100.63.255.255 100.64.0.0 "
                            + "100.79.200.249 100.99.0.0 100.110.0.0 100.120.0.0 100.127.255.255 100.128.0.0 10.256.0.0 "
                            + "10.0.0.260 10.0.0 8.8.8.8"),
            of(
                    "Hostnames",
                    text -> Hostname.parseServer(text),
                    "git.acme.example *.git.acme.example a.b 1.acme.example *.*.acme.example git .git.acme.example "
                            + "git..example -git.acme.example git-.acme.example git.acme.example. Git.acme.example "
                            + "git_1.acme.example https://git.acme.example"),
            of(
                    "SupportedRegions?",
                    text -> Region.parse(text),
                    "eu-central-1 us-east-1 ap-southeast-3 us-gov-west-1 eu-central eu-central-1a EU-CENTRAL-1 eu central-1"),
            of(
                    "AvailabilityZoneIds?",
                    text -> AvailabilityZoneId.parse(text),
                    "use1-az1 euw1-az3 apne1-az4 usgw1-az1 eu-west-1a use1 use1-az USE1-AZ1 use1-az123"));

    /** A type's parser; what it refuses it throws. */
    private interface Parser {
        Object parse(String text);
    }

    private static ParameterForms of(String parameters, Parser parser, String samples) {
        return new ParameterForms(
                List.of(parameters.split(" ", -1)),
                text -> {
                    try {
                        return !Boolean.FALSE.equals(parser.parse(text));
                    } catch (InvalidValueException refused) {
                        return false;
                    }
                },
                List.of(samples.split(" ", -1)));
    }

    /** The form of a parameter that another form of the customer's side has too. */
    static ParameterForms named(String parameter) {
        return ALL.stream()
                .filter(form -> form.parameters.stream()
                        .anyMatch(name -> name.replace("?", "").equals(parameter)))
                .findFirst()
                .orElseThrow();
    }

    /** The samples that a pattern takes and the construct does not, or the other way round. */
    Stream<String> misjudged(Pattern pattern) {
        return samples.stream().filter(text -> pattern.matcher(text).find() != taken.test(text));
    }

    static Stream<String> differences(JsonNode template) {
        return ALL.stream().flatMap(form -> form.parameters.stream().flatMap(name -> form.differences(template, name)));
    }

    private Stream<String> differences(JsonNode template, String nameMaybeOptional) {
        String name = nameMaybeOptional.replace("?", "");
        JsonNode parameter = template.at("/Parameters/" + name);
        Predicate<String> expected = text -> text.isEmpty() ? nameMaybeOptional.endsWith("?") : taken.test(text);
        return Stream.concat(Stream.of(""), samples.stream())
                .filter(text -> Deployment.takes(parameter, text) != expected.test(text))
                .map(text -> "%s=%s is %s".formatted(name, text, expected.test(text) ? "refused" : "taken"));
    }
}
