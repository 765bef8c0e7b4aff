package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.model.AdoptedEndpoint;
import com.elementarydata.privatelink.model.ImportedEndpoint;
import com.elementarydata.privatelink.model.ImportedGroup;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.InvalidValueException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the endpoint of a connection that existed before the fleet. */
final class AdoptedEndpointReader {

    private static final String ID = "id";
    private static final String DNS_NAME = "dnsName";
    private static final String HOSTED_ZONE = "hostedZoneId";
    private static final String GROUP = "securityGroup";
    private static final String GROUPS = "securityGroupIds";
    private static final Pattern HOSTED_ZONE_ID = Pattern.compile("Z[A-Z0-9]{1,31}");

    private final Problems problems;

    AdoptedEndpointReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * The endpoint; empty where none is written, or where it is wrong.
     *
     * @param service the connection's, which is part of the endpoint's DNS name
     */
    Optional<AdoptedEndpoint> read(Mapping connection, EndpointServiceName service) {
        return connection.mapping("endpoint").flatMap(endpoint -> {
            var id = problems.value(endpoint, ID, ProblemCode.PL215, NetworkFile.resourceId("vpce", "an endpoint"));
            var name = endpoint.text(DNS_NAME);
            var zone = problems.value(endpoint, HOSTED_ZONE, ProblemCode.PL215, AdoptedEndpointReader::hostedZoneId);
            Optional<ImportedEndpoint> imported = imported(endpoint);
            id.ifPresent(of -> name.ifPresent(text -> requireOf(of.value(), service, text)));
            return id.flatMap(of -> name.flatMap(
                    text -> zone.map(hosted -> new AdoptedEndpoint(of, text.value(), hosted.value(), imported))));
        });
    }

    private Optional<ImportedEndpoint> imported(Mapping endpoint) {
        Function<String, String> id = NetworkFile.resourceId("sg", "a security group");
        List<String> others = problems.values(endpoint, GROUPS, ProblemCode.PL215, id).stream()
                .map(Located::value)
                .toList();
        Optional<ImportedGroup> own = endpoint.mapping(GROUP).flatMap(group -> {
            var groupId = problems.value(group, ID, ProblemCode.PL215, id);
            var name = group.text("name");
            var description = group.text("description");
            return groupId.flatMap(of -> name.flatMap(named ->
                    description.map(described -> new ImportedGroup(of.value(), named.value(), described.value()))));
        });
        Position at = endpoint.keyAt("imported").orElse(endpoint.at());
        boolean grouped =
                endpoint.keyAt(GROUP).isPresent() || endpoint.keyAt(GROUPS).isPresent();
        if (endpoint.isTrue("imported")) {
            reportIf(!grouped, at, "the endpoint is imported, but its security groups are missing");
            return Optional.of(new ImportedEndpoint(own, others));
        }
        reportIf(grouped, at, "security groups are only for an endpoint that is imported");
        return Optional.empty();
    }

    private void reportIf(boolean wrong, Position at, String what) {
        if (wrong) {
            problems.report(at, ProblemCode.PL314, what, "write what privatelink adopt prints");
        }
    }

    private static String hostedZoneId(String id) {
        if (!HOSTED_ZONE_ID.matcher(id).matches()) {
            throw new InvalidValueException(
                    "\"%s\" is not the id of a hosted zone".formatted(id),
                    "give the HostedZoneId beside the endpoint's DNS name, as in Z38GZ743OKFT7T");
        }
        return id;
    }

    /** Records that point to another endpoint, or to one zone of it, look right until that fails. */
    private void requireOf(String id, EndpointServiceName service, Located<String> name) {
        Pattern form = Pattern.compile("%s-[0-9a-z]+\\.%s\\.[0-9a-z-]+\\.vpce\\.amazonaws\\.com(\\.cn)?"
                .formatted(Pattern.quote(id), Pattern.quote(service.serviceId())));
        if (!form.matcher(name.value()).matches()) {
            problems.report(
                    name.at(),
                    ProblemCode.PL314,
                    "\"%s\" is not the regional DNS name of %s to %s".formatted(name, id, service.serviceId()),
                    "write the first of the endpoint's DNS names, %s-….%s.<region>.vpce.amazonaws.com"
                            .formatted(id, service.serviceId()));
        }
    }
}
