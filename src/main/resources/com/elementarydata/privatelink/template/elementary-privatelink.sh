#!/bin/sh
# Checks a service that you host in your AWS account for Elementary to reach, hands it off, and accepts its connection.
# It needs the AWS CLI alone, as in AWS CloudShell: sh elementary-privatelink.sh --help
#
# It has the rights of who runs it, and only reads: the endpoint service that you name, and what is behind it. The one
# exception is "accept", which accepts an endpoint of Elementary's account at that endpoint service, and no other.
set -uf
export LC_ALL=C AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off

account=743289191656
clients='10.0.1.0/24 10.0.2.0/24 10.0.3.0/24'
# What may be behind the service: the ports that Elementary uses by default, and those that it is never offered.
integrations='
github-enterprise-server:443:122,123,161,1194,8080,8443,9103
gitlab-self-managed:443:5432,6379,8060,8075,8080,8082,8181,9090,9100,9121,9168,9187 bitbucket-data-center:443:
azure-devops-server:443: tableau-server:443: looker:443: lightdash:443: metabase:443: airflow:443: postgres:5432:
redshift:5439: sql-server:1433: clickhouse:8443: trino:443: vertica:5433: spark-thrift:10000: splunk-hec:8088: service::
'

usage() {
  cat <<USAGE
usage: sh $0 check   --service-name NAME [--integration NAME] [--port PORT]...
       sh $0 handoff --service-name NAME --integration NAME --hostname NAME... [--port PORT]...
       sh $0 accept  --service-name NAME [--endpoint-id ID] [--after-rejection]

check judges the service and all that is behind it; handoff prints the document to send to Elementary; accept accepts the
pending connection of Elementary's account, $account, and no other.
--service-name NAME  the endpoint service, as in com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0
--integration NAME   what is behind it: $(printf '%s\n' "$integrations" | sed 's/:[^ ]*//g' | xargs)
--hostname NAME      a name by which Elementary reaches it; may be repeated
--port PORT          a TCP port that Elementary uses; may be repeated. By default the integration's, or that of the
                     only listener. Listeners on other ports are not looked at.
--endpoint-id ID     the endpoint to accept; needed if several are pending, and for one that was rejected
--after-rejection    accepts the named endpoint without asking, even if it was rejected
Exit codes: 0 success, 1 findings, 2 usage error, 3 AWS refused or was unreachable.
USAGE
}

stop() { printf '%s\n' "$2" >&2 && exit "$1"; }
# Rows of an answer of AWS, each beginning with its kind. If there is none, the AWS CLI itself says why.
ask() { aws --region "$region" --output text "$@" || stop 3 "$command: AWS refused, or could not be reached"; }
# The distinct values in a column of the rows of a kind, one a line.
of() {
  printf '%s\n' "$rows" | awk -F '\t' -v kind="$1" -v column="$2" '
    $1 == kind && $column != "" && $column != "None" && !seen[$column]++ { print $column }'
}
list() { of "$1" "$2" | paste -s -d , -; }

read_balancers() {
  for arn in $(of arn 2); do
    ask elbv2 describe-load-balancers --load-balancer-arns "$arn" --query "LoadBalancers[].['balancer','$arn',
      LoadBalancerName,Type,Scheme,VpcId,EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic,
      join(',',[SecurityGroups][]),join(',',AvailabilityZones[].SubnetId)]"
    ask elbv2 describe-listeners --load-balancer-arn "$arn" --query "Listeners[].['listener','$arn',Port,Protocol,
      join(',',DefaultActions[].[TargetGroupArn,ForwardConfig.TargetGroups[?Weight!=\`0\`].TargetGroupArn][][])]"
    ask elbv2 describe-load-balancer-attributes --load-balancer-arn "$arn" --query "
      Attributes[?Key=='load_balancing.cross_zone.enabled'].['cross-zone','$arn',Value]"
  done
}
read_connections() {
  ask ec2 describe-vpc-endpoint-connections --filters "Name=service-id,Values=$id" --query "
    sort_by([VpcEndpointConnections][]|[?ServiceId=='$id'],&VpcEndpointId)[]
      .['connection',VpcEndpointId,VpcEndpointOwner,VpcEndpointState]"
}
read_behind() {
  ask ec2 describe-vpc-endpoint-service-permissions --service-id "$id" --query "
    sort([AllowedPrincipals][].Principal)[].['principal',@]"
  read_connections
  for group in $(of listener 5 | tr , '\n' | sort -u); do
    ask elbv2 describe-target-health --target-group-arn "$group" --query "TargetHealthDescriptions[].['target','$group',
      Target.Id,Target.AvailabilityZone,TargetHealth.State,TargetHealth.Description,Target.Port]"
  done
  [ -z "$(of balancer 9)" ] || ask ec2 describe-subnets --filters "Name=subnet-id,Values=$(list balancer 9)" --query "
    Subnets[].['subnet',SubnetId,AvailabilityZoneId,VpcId,OwnerId]"
  peers='IpRanges[].CidrIp,Ipv6Ranges[].CidrIpv6,PrefixListIds[].PrefixListId,UserIdGroupPairs[].GroupId'
  rule="IpProtocol,FromPort,ToPort,join(' ',[$peers][])"
  [ -z "$(of balancer 8)" ] || ask ec2 describe-security-groups --filters "Name=group-id,Values=$(list balancer 8)" \
    --query "SecurityGroups[].[['group',GroupId],IpPermissions[].['in',$rule],IpPermissionsEgress[].['out',$rule]]"
}
read_places() {
  [ -z "$(of subnet 4)" ] || ask ec2 describe-route-tables --filters "Name=vpc-id,Values=$(list subnet 4)" --query "
    RouteTables[].['table',VpcId,[Associations[?Main]][]|[0].Main,
      join(' ',[Associations[].SubnetId][]),join(' ',[Routes[].GatewayId][])]"
  instances=$(of target 3 | grep '^i-' | paste -s -d , -)
  [ -z "$instances" ] || ask ec2 describe-instances --filters "Name=instance-id,Values=$instances" --query "
    Reservations[].Instances[].['instance',InstanceId,Placement.AvailabilityZone]"
}

# What the table of integrations says of the one that was named.
of_integration() { printf '%s\n' "$integrations" | tr ' ' '\n' | grep "^$integration:" | cut -d : -f "$1"; }

# The ports that were given, or the integration's, or that of the only listener: ascending, with commas between.
choose_ports() {
  there=$(of listener 3 | sort -n | paste -s -d , -)
  ports=${ports:-$(of_integration 2)}
  case $there in *,*) ;; *) ports=${ports:-$there} ;; esac
  [ -n "$ports" ] || [ -z "$there" ] ||
    stop 2 "--port is missing: the ports that Elementary uses, such as 443; there are listeners on $there"
  for port in $(printf '%s\n' "$ports" | tr , ' '); do
    case $port in 0* | *[!0-9]* | ??????*) port=65536 ;; esac
    [ "$port" -le 65535 ] || stop 2 "--port: give numbers from 1 to 65535, not $ports"
    case ,$(of_integration 3), in *",$port,"*) stop 2 "--port: port $port is never offered with $integration" ;; esac
  done
  ports=$(printf '%s\n' "$ports" | tr , '\n' | sort -nu | paste -s -d , -)
}

# What is offered; zones are AZ IDs from here on, and in order.
read_offer() {
  rows=$(ask ec2 describe-vpc-endpoint-service-configurations --filters "Name=service-id,Values=$id" --query "
      ServiceConfigurations[?ServiceId=='$id'].[['service',ServiceState,AcceptanceRequired],
        AvailabilityZones[].['zone',@],NetworkLoadBalancerArns[].['arn',@]]" &&
    ask ec2 describe-availability-zones --query "AvailabilityZones[].['zone-id',ZoneId,ZoneName]") || exit
  [ -n "$(of service 2)" ] || stop 1 "$service is not in this account; use the credentials of the account that owns it"
  rows=$(printf '%s\n' "$rows" | sort -r | awk -F '\t' -v OFS='\t' '
    $1 == "zone-id" { id[$3] = $2 } $1 == "zone" && $2 in id { $2 = id[$2] } { print }' | sort)
  rows=$(printf '%s\n' "$rows" && read_balancers) || exit
  choose_ports
}

handoff() {
  [ "${integration:+both}$hostnames" = "both,${hostnames#,}" ] || stop 2 'give --integration and --hostname'
  read_offer
  udp=$(printf '%s\n' "$rows" | awk -F '\t' '$1 == "listener" && $4 !~ /^T(CP(_UDP)?|LS)$/ { print $3 }')
  ports=$(printf '%s\n' "$ports" | tr , '\n' | grep -vxF "${udp:-none}" | paste -s -d , -)
  [ -n "$ports" ] || stop 1 'there is nothing to hand off: none of the ports has a TCP listener'
  printf '{"version":1,"integration":"%s","region":"%s","awsAccountId":"%s","serviceName":"%s",' \
    "$integration" "$region" "$(of arn 2 | cut -d : -f 5 | sed 1q)" "$service"
  printf '"hostnames":[%s],"ports":[%s],"availabilityZoneIds":[%s]}\n' \
    "${hostnames#,}" "$ports" "$(of zone 2 | sed 's/.*/"&"/' | paste -s -d , -)"
}

# Prints the findings, whose codes docs/diagnosis.md explains; ends with 1 if one has failed.
check() {
  read_offer
  rows=$(printf '%s\n' "$rows" | awk -F '\t' -v ports=",$ports," '$1 != "listener" || index(ports, "," $3 ",")')
  rows=$(printf '%s\n' "$rows" && read_behind) || exit
  rows=$(printf '%s\n' "$rows" && read_places) || exit
  printf '%s\n' "$rows" | awk -F '\t' -v service="$service" -v ports="$ports" -v account="$account" \
    -v clients="$clients" -v accept="sh $0 accept --service-name $service --endpoint-id" '
    BEGIN {
      split("endpoint service,acceptance,principals,connections,load balancer,subnets,zones,listeners,target health," \
        "cross-zone,inbound rules,enforcement,outbound rules", title, ",")
      n_ports = split(ports, port, ","); n_clients = split(clients, client, " "); gsub(/ /, ", ", clients)
      for (c = 1; c <= n_clients; c++) learn(-c, client[c])
    }
    function also(list, more) { return list == "" ? more : list ", " more }
    function has(list, one) { return index("," list ",", "," one ",") > 0 }
    # of several load balancers the worst finding counts
    function find(check, verdict, found, remedy,   rank) {
      if ((rank = index("passed unknown warning failed", verdict)) <= worst[check]) return
      worst[check] = rank; any_failed += verdict == "failed"
      said[check] = sprintf("PV%d  %-7s  %s: %s\n", 100 + check, verdict, title[check], found) \
        (remedy == "" ? "" : "                -> " remedy "\n")
    }
    # the addresses of a source; groups, prefix lists and IPv6 have none
    function learn(r, block,   byte) {
      source[r] = block; low[r] = 1; high[r] = 0
      if (block !~ /^[0-9.]+\/[0-9]+$/) return
      split(block, byte, /[.\/]/); low[r] = ((byte[1] * 256 + byte[2]) * 256 + byte[3]) * 256 + byte[4]
      high[r] = low[r] + 2 ^ (32 - byte[5]) - 1
    }
    function is_within(r, block) { return low[block] <= low[r] && low[r] <= high[r] && high[r] <= high[block] }
    function is_for(r, lb, way, p) { return goes[r] == way && has(groups[lb], of_group[r]) && from[r] <= p && p <= to[r] }
    # several rules may admit a block together
    function admits(lb, c, number,   r, at, behind) {
      for (at = low[-c]; at <= high[-c]; at = behind) {
        behind = at
        for (r = rules; r; r--) if (is_for(r, lb, "in", number) && low[r] <= at && behind <= high[r]) behind = high[r] + 1
        if (behind == at) return 0
      }
      return 1
    }
    # whether a target may be connected to; for one whose address is not read, a rule for any counts
    function allows(lb, j,   r, answer) {
      learn(0, target[j] "/32"); answer = "refused"
      for (r = 1; r <= rules; r++) if (is_for(r, lb, "out", tcp[j])) {
        if (high[r] && (is_within(0, r) || target[j] ~ /^(i-|arn:)/)) return "allowed"
        if (!high[r] && (!high[0] || source[r] !~ /:/)) answer = "uncertain"
      }
      return answer
    }
    $1 == "service" { state = $2; required = $3 }
    $1 == "zone-id" { zone[++z] = $2; zone_id[$3] = $2 }
    $1 == "zone" { of_service = also(of_service, $2) }
    $1 == "principal" { allowed = also(allowed, $2); is_allowed[$2 ~ "::" account ":" ? account : $2] }
    $1 == "connection" && $3 == account {
      word = tolower($4); first = states == "" ? $4 : first; states = also(states, $2 " " $4)
      so_far = word in command ? command[word] "; " : ""; command[word] = so_far accept " " $2
    }
    $1 == "arn" { arn[++n_balancers] = $2; split($2, part, ":"); owner = n_balancers == 1 ? part[5] : owner }
    $1 == "balancer" {
      name[$2] = $3; type[$2] = $4; scheme[$2] = $5; vpc[$2] = $6; groups[$2] = $8; subnets[$2] = $9
      enforced[$2] = $8 == "" ? "" : $7 == "off" ? "off" : "on"
    }
    $1 == "cross-zone" { cross[$2] = $3 == "true" }
    $1 == "listener" { l++; at_lb[l] = $2; at_port[l] = $3; protocol[l] = $4; leads_to[l] = $5 }
    $1 == "target" { t++; in_group[t] = $2; target[t] = $3; in_zone[t] = $4; health[t] = $5; why[t] = $6; tcp[t] = $7 }
    $1 == "instance" { placed[$2] = $3 }
    $1 == "subnet" { s++; subnet[s] = $2; its_zone[s] = $3; its_vpc[s] = $4; its_owner[s] = $5 }
    $1 == "table" {
      open = (" " $5) ~ / igw-/; for (i = split($4, ids, " "); i; i--) { has_table[ids[i]]; if (open) is_public[ids[i]] }
      if (open && $3 == "True") by_default[$2]
    }
    $1 == "group" { group = $2 }
    $1 == "in" || $1 == "out" {
      n = split($5, peers, " "); for (i = 1; i <= n; i++) {
        learn(++rules, peers[i]); of_group[rules] = group; goes[rules] = $1
        from[rules] = $2 == "-1" ? 0 : $2 == "tcp" ? $3 + 0 : 65536; to[rules] = $2 == "-1" ? 65535 : $4 + 0
      }
    }
    END {
      if (tolower(state) == "available") find(1, "passed", service)
      else find(1, "failed", service " is " state, "wait until it is Available")
      if (required == "True") find(2, "passed", "required")
      else find(2, "warning", "not required: an allowed principal is connected at once", "require acceptance")
      root = "arn:aws:iam::" account ":root"
      if ("*" in is_allowed) find(3, "failed", "every AWS account is an allowed principal", "allow only " root)
      else if (account in is_allowed) find(3, "passed", allowed)
      else find(3, "failed", "Elementary\047s account is not an allowed principal", "allow " root)
      if (states == "") find(4, "unknown", "Elementary has not connected yet", "send the handoff document to Elementary")
      else if ("pendingacceptance" in command) find(4, "warning", states, "accept it: " command["pendingacceptance"])
      else if ("available" in command) find(4, "passed", states)
      else if ("rejected" in command) find(4, "failed", states, "accept it after all; if AWS refuses that," \
        " Elementary adds a second connection: " command["rejected"])
      else if (tolower(first) == "pending") find(4, "failed", states, "wait until AWS has set the endpoint up")
      else if (tolower(first) ~ /^(expired|failed|delet)/) find(4, "failed", states, "ask Elementary to connect again")
      else find(4, "failed", states, "EC2 says \"" first "\"; wait, then check again")
      judge_subnets()
      for (b = 1; b <= n_balancers; b++) { judge_balancer(arn[b]); judge_rules(arn[b]) }
      n = split("1 2 3 4 5 6 7 8 13 9 10 11 12", order, " "); for (i = 1; i <= n; i++) printf "%s", said[order[i]]
      exit any_failed > 0
    }
    function judge_subnets(   b, i, where, foreign, shared, open, used, zones, n) {
      for (b = 1; b <= n_balancers; b++) for (i = 1; i <= s; i++) if (has(subnets[arn[b]], subnet[i])) {
        where = subnet[i] " is part of " its_vpc[i] " of account " its_owner[i]
        if (its_vpc[i] != vpc[arn[b]]) foreign = also(foreign, where)
        if (its_owner[i] != owner) shared = also(shared, where)
        if (subnet[i] in has_table ? subnet[i] in is_public : its_vpc[i] in by_default) open = also(open, subnet[i])
        used[its_zone[i]]; node[arn[b], its_zone[i]]
      }
      if (foreign != "") find(6, "failed", foreign, "use subnets of the load balancer\047s own VPC")
      else if (shared != "") find(6, "warning", shared, "ask that account to give them no route to an internet gateway")
      else if (open != "") find(6, "warning", open ": a route to an internet gateway", "use private subnets")
      else find(6, "passed", "none has a route to an internet gateway")
      for (i = 1; i <= z; i++) if (zone[i] in used) { zones = also(zones, zone[i]); n++ }
      if (zones != of_service) find(7, "failed", "service in " of_service ", load balancer in " zones,
        "put the load balancer in the zones of the service")
      else if (n > 1) find(7, "passed", of_service)
      else find(7, "warning", "only " of_service, "use two zones or more")
    }
    function judge_balancer(lb,   i, j, k, n, where, seen, part, names, tls, others, there, missing, live, sick, dead,
        all_sick, well, ill, reached, lacking, answer, way, barred, sent, unsure, shut, fewer, add) {
      if (type[lb] != "network") find(5, "failed", name[lb] " is of type " type[lb], "use a network load balancer")
      else if (scheme[lb] != "internal") find(5, "failed", name[lb] " is " scheme[lb], "use an internal one")
      else find(5, "passed", name[lb] ", internal")
      for (i = 1; i <= l; i++) if (at_lb[i] == lb) {
        there[at_port[i]]; names = also(names, protocol[i] ":" at_port[i])
        if (protocol[i] == "TLS") tls = also(tls, "TLS:" at_port[i])
        else if (protocol[i] !~ /^TCP(_UDP)?$/) others = also(others, protocol[i] ":" at_port[i])
        live = sent = 0; sick = barred = ""; split("", seen); n = split(leads_to[i], part, ",")
        for (k = 1; k <= n; k++) if (!seen[part[k]]++) for (j = 1; j <= t; j++) if (in_group[j] == part[k]) {
          answer = protocol[i] ~ /^T/ ? allows(lb, j) : ""; way = "TCP " tcp[j] " to " target[j]
          if (answer == "uncertain") unsure = also(unsure, way)
          if (answer == "refused") { barred = also(barred, way); sent += health[j] == "healthy" }
          if (health[j] == "healthy") {
            live = 1; well++; where = in_zone[j] == "None" ? placed[target[j]] : in_zone[j]
            reached[where in zone_id ? zone_id[where] : where]
          } else { ill++; sick = also(sick, target[j] " is " health[j] (why[j] == "None" ? "" : " (" why[j] ")")) }
        }
        if (barred != "") { if (sent || !live) shut = also(shut, barred); else fewer = also(fewer, barred) }
        if (!live) dead = dead (dead == "" ? "" : "; ") "port " at_port[i] ": " (sick == "" ? "no target" : sick)
        if (sick != "") all_sick = also(all_sick, sick)
      }
      for (i = 1; i <= n_ports; i++) if (!(port[i] in there)) missing = also(missing, "TCP:" port[i])
      if (missing != "" || !n_ports) find(8, "failed", name[lb] " has no listener" (missing == "" ? "" : " on ") missing,
        "add a TCP listener on each port of the service")
      else if (others != "") find(8, "failed", others, "use TCP")
      else if (tls == "") find(8, "passed", names)
      else find(8, "warning", tls ": TLS ends at the load balancer",
        "make sure that its certificate has the hostname, or use TCP, which leaves TLS to the service")
      add = "add an outbound rule for each to the load balancer\047s security group, to the target\047s address"
      if (enforced[lb] == "") find(13, "passed", "no security group")
      else if (shut != "") find(13, "failed", "not allowed: " shut, add)
      else if (fewer != "") find(13, "warning", "neither allowed nor healthy: " fewer, add)
      else if (unsure == "") find(13, "passed", "every target allowed")
      else find(13, "unknown", "not allowed, unless by a group, prefix list or IPv6 block: " unsure,
        "check that one includes the target")
      if (dead != "") find(9, "failed", dead, "check the service, the health check and the targets\047 security groups," \
        " which have to admit the load balancer")
      else if (ill) find(9, "warning", ill " not healthy: " all_sick, "check them")
      else find(9, "passed", well + 0 " healthy")
      for (i = 1; i <= z; i++) if ((lb, zone[i]) in node && !(zone[i] in reached)) lacking = also(lacking, zone[i])
      if (cross[lb]) find(10, "passed", "on")
      else if (lacking == "" || "all" in reached) find(10, "passed", "off, and each zone has a healthy target")
      else find(10, "" in reached ? "unknown" : "failed", "off, and no healthy target is known in " lacking,
        "turn on cross-zone load balancing")
    }
    function judge_rules(lb,   i, c, r, matters, prefix, seen, shut, more) {
      if (enforced[lb] == "") find(12, "unknown", "no security group")
      else if (enforced[lb] == "on") find(12, "passed", "on")
      else find(12, "warning", "off: the security group is not applied to PrivateLink traffic", "turn it on")
      for (i = 1; i <= l; i++) if (at_lb[i] == lb) {
        for (c = 1; c <= n_clients; c++) if (!admits(lb, c, at_port[i])) shut = also(shut, client[c] " on TCP " at_port[i])
        for (r = 1; r <= rules; r++) if (is_for(r, lb, "in", at_port[i])) matters[r]
      }
      for (r = 1; r <= rules; r++) if (r in matters) {
        if (source[r] ~ /^pl-/) prefix = 1
        for (c = n_clients; c && !is_within(r, -c); c--) { }
        if (!c && !seen[source[r]]++) more = also(more, source[r])
      }
      if (shut != "") shut = "not admitted: " shut
      if (enforced[lb] == "") find(11, "warning", name[lb] " has no security group, and can never get one",
        "create a new one with a security group, to admit only the clients")
      else if (shut == "" && more == "") find(11, "passed", clients " admitted")
      else if (shut == "") find(11, "warning", "more than the clients: " more, "admit only " clients)
      else if (enforced[lb] == "off") find(11, "warning", shut ", but inbound rules are not enforced", "admit them")
      else if (prefix) find(11, "unknown", shut ", unless a prefix list does", "check the prefix list")
      else find(11, "failed", shut, "admit them")
    }'
}

# Connections in a state: Elementary's, or only that of the endpoint that was named; or else all but these.
in_state() {
  printf '%s\n' "$rows" | awk -F '\t' -v whose="$1" -v state="$2" -v account="$account" -v wanted="$endpoint" '
    { ours = $3 == account && (wanted == "" || $2 == wanted) }
    tolower($4) == state && ours == (whose == "ours") { print $2 " of account " $3 ", " $4 }'
}
say() { [ -z "$2" ] || printf '%s\n' "$2" | sed "s/^/$1: /"; }

accept() {
  rows=$(read_connections) || exit
  say 'left alone' "$(in_state others pendingacceptance)"
  waiting=$(in_state ours pendingacceptance) rejected=$(in_state ours rejected) accepted=$(in_state ours available)
  case $waiting in *account*account*) say waits "$waiting" && stop 1 'several are pending; give --endpoint-id' ;; esac
  [ -z "$waiting" ] || accept_one "$waiting" ''
  if [ -n "$endpoint" ] && [ -n "$rejected" ]; then
    if [ -z "$after_rejection" ]; then
      [ -t 0 ] || stop 1 "$endpoint was rejected; to accept it after all, add --after-rejection"
      printf '%s was rejected; accept it after all? y/N: ' "$endpoint" >&2 && read -r answer
      case $answer in y | yes) ;; *) stop 1 'nothing was accepted' ;; esac
    fi
    accept_one "$rejected" '; Elementary adds a second connection'
  fi
  say rejected "$rejected"
  [ -z "$accepted" ] || { say 'already accepted' "$accepted" && exit; }
  hint='ask Elementary whether its endpoint is deployed'
  [ -z "$rejected" ] || hint='to accept a rejected one after all, name it with --endpoint-id'
  stop 1 "no connection of Elementary's account $account${endpoint:+ from $endpoint} is pending at $service; $hint"
}

# Accepts a connection, waits until AWS has set it up, and ends. The second word is what follows where AWS refuses.
accept_one() {
  endpoint=${1%% *}
  say accepting "$1"
  said=$(aws --region "$region" --output text ec2 accept-vpc-endpoint-connections --service-id "$id" \
    --vpc-endpoint-ids "$endpoint" --query "Unsuccessful[].['unsuccessful',Error.Message]" 2>&1)
  case $?$said in
    0*unsuccessful* | *IncorrectState* | *InvalidState*) stop 1 "AWS did not accept $endpoint of $id: $said$2" ;;
    0*) ;;
    *) stop 3 "$said" ;;
  esac
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    rows=$(read_connections) || exit
    state=$(printf '%s\n' "$rows" | awk -F '\t' -v id="$endpoint" '$2 == id { print tolower($4) }')
    case $state in pending*) sleep 6 ;; *) break ;; esac
  done
  echo "$endpoint is $state"
  case $state in available | pending*) exit 0 ;; *) exit 1 ;; esac
}

command=${1:-}
case $command in check | handoff | accept) shift ;; -h | --help) usage && exit ;; *) usage >&2 && exit 2 ;; esac
service='' integration='' hostnames='' ports='' endpoint='' after_rejection=''
while [ $# -gt 0 ]; do
  value=${2-}
  case $value in *[!A-Za-z0-9.,*-]*) stop 2 "$1: \"$value\" is not valid" ;; esac
  case $command$1 in
    *--help) usage && exit ;;
    *--service-name) service=$value && shift ;;
    check--integration | handoff--integration) integration=$value && shift ;;
    check--port | handoff--port) ports=$ports${ports:+,}$value && shift ;;
    handoff--hostname) hostnames="$hostnames,\"$value\"" && shift ;;
    accept--endpoint-id) endpoint=$value && shift ;;
    accept--after-rejection) after_rejection=yes ;;
    *) stop 2 "$command knows no \"$1\"; sh $0 --help says what it knows" ;;
  esac
  [ $# -eq 0 ] || shift
done
# com.amazonaws.vpce.REGION.ID, and in China cn.com.amazonaws.vpce.REGION.ID
id=${service##*.} region=${service%.*}
region=${region##*.}
printf '%s\n' "$service" | grep -Eqx '(cn\.)?com\.amazonaws\.vpce\.[a-z0-9-]+\.vpce-svc-([0-9a-f]{8}|[0-9a-f]{17})' ||
  stop 2 '--service-name: give the whole name, such as com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0'
label='[a-z0-9]([a-z0-9-]*[a-z0-9])?'
printf '%s\n' "$hostnames" | grep -Eqx "(,\"(\*\.)?($label\.)+$label\")*" ||
  stop 2 "--hostname: give names such as git.acme.example, not ${hostnames#,}"
[ -z "$integration" ] || [ -n "$(of_integration 1)" ] || stop 2 "--integration: \"$integration\" is not known"
command -v aws >/dev/null || stop 3 'the AWS CLI was not found; run this in AWS CloudShell, or install it'
"$command"
