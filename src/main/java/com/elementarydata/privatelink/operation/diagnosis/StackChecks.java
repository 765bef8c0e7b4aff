package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.judge.ExpectedStack;
import com.elementarydata.privatelink.judge.PathStacks;
import com.elementarydata.privatelink.judge.StackJudgement;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.DeployedStack;
import java.util.List;

/** Whether the stacks of a path are deployed. */
final class StackChecks {

    private StackChecks() {}

    static Finding regional(Walk walk) {
        return judge(walk, PathCheck.REGIONAL_STACK, PathStacks.regional(walk.path(), walk.facts()));
    }

    static Finding production(Walk walk) {
        return judge(
                walk, PathCheck.PRODUCTION_STACK, PathStacks.production(walk.network(), walk.path(), walk.facts()));
    }

    static Finding customer(Walk walk) {
        return judge(walk, PathCheck.CUSTOMER_STACK, PathStacks.endpoints(walk.path(), walk.facts()));
    }

    static Finding dns(Walk walk) {
        return judge(walk, PathCheck.DNS_STACK, PathStacks.dns(walk.network(), walk.path(), walk.facts()));
    }

    private static Finding judge(Walk walk, Check check, ExpectedStack stack) {
        StackJudgement judgement = new StackJudgement(stack);
        return judgement.finding(check).typing(judgement.commands(walk.cdk()));
    }

    /** What CloudFormation found when it was last asked; the other checks see what it would find now. */
    static Finding drift(Walk walk) {
        List<String> drifted = PathStacks.of(walk.network(), walk.path(), walk.facts()).all().stream()
                .flatMap(stack -> stack.deployed().stream())
                .filter(stack -> stack.drift().equals("DRIFTED"))
                .map(DeployedStack::name)
                .toList();
        return drifted.isEmpty()
                ? PathCheck.DRIFT.passed("none known")
                : PathCheck.DRIFT.warning(
                        "%s had drifted at the last check for drift".formatted(String.join(", ", drifted)),
                        "see in the console what was changed by hand: CloudFormation, the stack, Drifts");
    }
}
