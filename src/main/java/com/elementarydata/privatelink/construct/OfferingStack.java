package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * The stack that a service is offered from. Its Region and outputs are known from the scope alone, so what the props have
 * to agree with is checked when the construct is created, before anything is defined.
 *
 * @param region its Region; empty if that is not known at synthesis
 * @param props the props
 * @param refusals what is wrong
 */
record OfferingStack(Optional<Region> region, CustomerEndpointServiceProps props, Refusals refusals) {

    private static final Pattern ARN = Pattern.compile("arn:([a-z-]+):iam::([0-9]{12}):.*");

    static Construct check(Construct scope, CustomerEndpointServiceProps props) {
        Stack stack = Stack.of(scope);
        Refusals refusals = new Refusals("CustomerEndpointService");
        HandoffOutputs.checkFree(stack, props, refusals);
        refusals.parse(stack.getAccount(), AccountId::parse);
        new OfferingStack(refusals.parse(stack.getRegion(), Region::parse), props, refusals).check();
        refusals.throwIfAny();
        return scope;
    }

    /** The supported Regions but for the service's own, which always is one; nothing if there are no others. */
    static @Nullable List<String> otherRegions(Construct scope, CustomerEndpointServiceProps props) {
        String own = Stack.of(scope).getRegion();
        List<String> others = props.supportedRegions.stream()
                .filter(supported -> !supported.equals(own))
                .toList();
        return others.isEmpty() ? null : others;
    }

    private void check() {
        Optional<String> partition = region.map(Region::partition).or(this::partitionOfSupported);
        partition.ifPresent(this::checkPrincipals);
        partition.ifPresent(this::checkSupported);
        region.ifPresent(this::checkZones);
    }

    private Optional<String> partitionOfSupported() {
        return props.supportedRegions.stream()
                .filter(supported -> !Refusals.isToken(supported))
                .map(supported -> Region.parse(supported).partition())
                .findFirst();
    }

    /** Private connections stay within a partition. */
    private void checkPrincipals(String partition) {
        for (String principal : props.allowedPrincipals) {
            Matcher arn = ARN.matcher(principal);
            boolean isArn = arn.matches();
            String account = isArn ? arn.group(2) : principal;
            if (account.equals(Elementary.ACCOUNT_ID) && !partition.equals(Elementary.PARTITION)) {
                refusals.refuse(
                        "Elementary's account %s is in the partition %s, which no private connection from %s reaches"
                                .formatted(account, Elementary.PARTITION, partition),
                        "offer the service from a Region of the partition " + Elementary.PARTITION);
            } else if (isArn && !arn.group(1).equals(partition)) {
                refusals.refuse(
                        "the allowed principal \"%s\" is not in the partition %s".formatted(principal, partition),
                        "name principals of that partition, since private connections stay within it");
            }
        }
    }

    private void checkSupported(String partition) {
        props.supportedRegions.stream()
                .filter(supported -> !Refusals.isToken(supported))
                .map(Region::parse)
                .filter(supported -> !supported.partition().equals(partition))
                .forEach(supported -> refusals.refuse(
                        "the supported Region %s is in the partition %s, not in %s"
                                .formatted(supported, supported.partition(), partition),
                        "name Regions of that partition, since private connections stay within it"));
    }

    private void checkZones(Region own) {
        props.availabilityZoneIds.stream()
                .filter(zone -> !Refusals.isToken(zone))
                .map(AvailabilityZoneId::parse)
                .filter(zone -> !zone.isIn(own))
                .forEach(zone -> refusals.refuse(
                        "the zone \"%s\" is not in %s".formatted(zone, own),
                        "give the zones of the load balancer, which begin with %s-az".formatted(own.shortForm())));
    }
}
