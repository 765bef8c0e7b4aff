package com.elementarydata.privatelink.operation.status;

import com.elementarydata.privatelink.judge.ExpectedStack;
import com.elementarydata.privatelink.judge.PathStacks;
import com.elementarydata.privatelink.judge.PointedTo;
import com.elementarydata.privatelink.judge.StackJudgement;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is wrong with a connection besides its state.
 *
 * @param stacks the connection
 * @param names what the customer's connections have to do with each other's names
 * @param dns whether its names resolve
 */
record StatusFindings(PathStacks stacks, CustomerNames names, DnsDeployment dns) {

    private static final Set<DnsDeployment> ZONES_THERE =
            EnumSet.of(DnsDeployment.ACTIVE, DnsDeployment.EXTERNAL, DnsDeployment.ELSEWHERE);
    static final String ALLOW =
            "its state is unknown; have the Region enabled and allowed, or name a profile that may read it with --profile";
    private static final String MOVE = "move the connection (docs/operations.md, Moving a connection)";

    List<Finding> all() {
        Stream<Finding> failed = stacks.all().stream()
                .filter(ExpectedStack::isFailed)
                .map(stack -> new StackJudgement(stack).finding(StatusCheck.STACK_FAILED));
        Stream<Finding> ofEndpoint =
                stacks.endpoint().stream().flatMap(endpoint -> Stream.concat(missing(), stale(endpoint)));
        return Stream.of(failed, ofEndpoint, elsewhere())
                .flatMap(found -> found)
                .toList();
    }

    /** What was deployed in order exists before the endpoint, or before the names' zones. */
    private Stream<Finding> missing() {
        Stream<ExpectedStack> needed = Stream.of(
                        stacks.regional(),
                        stacks.production(),
                        stacks.dns().filter(stack -> dns == DnsDeployment.ACTIVE))
                .flatMap(Optional::stream);
        return needed.filter(stack -> stack.deployed().isEmpty())
                .map(stack -> new StackJudgement(stack).finding(StatusCheck.STACK_MISSING));
    }

    /** What leads to another connection of the customer is on its way. */
    private Stream<Finding> elsewhere() {
        if (!ZONES_THERE.contains(dns)) {
            return Stream.empty();
        }
        PointedTo pointed = new LeadingNames(stacks).judged();
        Stream<Finding> unseen = pointed.unseen().stream()
                .map(name -> StatusCheck.NAMES_NOT_READ.unknown("where %s leads was not read".formatted(name), ALLOW));
        boolean known = pointed.isComplete()
                && pointed.others().stream()
                        .allMatch(target -> names.connectionOf(target).isPresent());
        return known
                ? unseen
                : Stream.concat(
                        unseen,
                        Stream.of(StatusCheck.NAMES_ELSEWHERE.failed(
                                String.join("; ", pointed.wrong()), Party.ELEMENTARY, correction())));
    }

    private String correction() {
        return stacks.path().external()
                ? "have whoever owns the hosted zone correct it, or set \"dns: active\" in %s, and deploy"
                        .formatted(stacks.path().file())
                : "deploy its names; if that changes nothing, the record was changed by hand: diagnose says what it was";
    }

    private Stream<Finding> stale(DeployedEndpoint endpoint) {
        return stacks
                .staleDnsName(endpoint)
                .map(found -> StatusCheck.DNS_NAME_STALE.failed(found, Party.ELEMENTARY, MOVE))
                .stream();
    }
}
