package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.demo.DemoDeployment;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far the CDK CLI is with its stacks: a bar on a terminal, nothing elsewhere. */
final class DeploymentProgress implements DemoDeployment.Listener {

    private static final Pattern STACK = Pattern.compile("(\\S+): deploying\\.\\.\\. \\[(\\d+)/(\\d+)]");

    private final Progress progress = new Progress("deploy");

    @Override
    public void accept(String line) {
        Matcher stack = STACK.matcher(line);
        if (stack.matches()) {
            progress.show(Long.parseLong(stack.group(2)), Long.parseLong(stack.group(3)), stack.group(1));
        }
    }

    @Override
    public void close() {
        progress.close();
    }
}
