/**
 * The customer's side for those who do not use CDK: a CloudFormation template and a Terraform module, written by hand and
 * held to {@code CustomerEndpointService} by tests, and a shell script, held to {@code provider check} and
 * {@code provider accept}. The command line hands out what is here.
 */
@NullMarked
package com.elementarydata.privatelink.template;

import org.jspecify.annotations.NullMarked;
