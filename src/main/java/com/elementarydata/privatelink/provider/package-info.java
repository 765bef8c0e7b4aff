/**
 * The customer's side for those who do not use CDK, made from {@code CustomerEndpointService} when the project is built:
 * a CloudFormation template and a Terraform module. The command line hands out what is written here.
 */
@NullMarked
package com.elementarydata.privatelink.provider;

import org.jspecify.annotations.NullMarked;
