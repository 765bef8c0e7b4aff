package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.judge.ExpectedStack;
import com.elementarydata.privatelink.judge.StackJudgement;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.DeployedStack;
import java.util.List;
import java.util.Optional;

/** Whether the stacks of a path are deployed. */
final class StackChecks {

    private StackChecks() {}

    static Finding judge(Walk walk, Check check, ExpectedStack stack) {
        StackJudgement judgement = new StackJudgement(stack);
        return judgement.finding(check).typing(judgement.commands(walk.cdk(), Optional.empty()));
    }

    /** What CloudFormation found when it was last asked; the other checks see what it would find now. */
    static Finding drift(Walk walk) {
        List<String> drifted = walk.stacks().all().stream()
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
