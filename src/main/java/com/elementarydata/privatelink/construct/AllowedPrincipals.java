package com.elementarydata.privatelink.construct;

import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.ArnPrincipal;

/**
 * The allowed principals of an endpoint service: who may ask for a connection.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html#add-remove-permissions">Manage
 *     permissions</a>
 */
final class AllowedPrincipals {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:(root|(user|role)/.+)");

    private AllowedPrincipals() {}

    static void check(List<String> principals, Refusals refusals) {
        refusals.refuseIf(
                principals.isEmpty(),
                "no allowed principal is given",
                "pass allowedPrincipals(…), the accounts that may connect, or "
                        + CustomerEndpointServiceProps.FOR_ELEMENTARY);
        refusals.refuseRepeated("allowed principal", principals);
        principals.stream()
                .filter(principal -> !Refusals.isToken(principal))
                .forEach(principal -> check(principal, refusals));
    }

    private static void check(String principal, Refusals refusals) {
        if (principal.contains("*")) {
            refusals.refuse(
                    "the allowed principal \"%s\" admits more than one principal".formatted(principal),
                    "name accounts, users or roles, without *");
            return;
        }
        refusals.refuseIf(
                !isAccount(principal) && !ARN.matcher(principal).matches(),
                "the allowed principal \"%s\" is not an account, user or role".formatted(principal),
                "give the 12 digits of an account or an ARN such as arn:aws:iam::111122223333:root");
    }

    private static boolean isAccount(String principal) {
        return ACCOUNT.matcher(principal).matches();
    }

    /** An account id is rendered as the ARN of its root in the stack's partition; a token is assumed to be an ARN. */
    static List<ArnPrincipal> principals(List<String> principals) {
        return principals.stream()
                .map(principal -> isAccount(principal) ? new AccountPrincipal(principal) : new ArnPrincipal(principal))
                .toList();
    }
}
