"""The configuration files of the tests' own Dovecot and Postfix, with {gaps} for what `MailServers` fills in."""

from __future__ import annotations

DOVECOT_CONF = """
base_dir = {home}/dovecot/run
state_dir = {home}/dovecot/state
log_path = {home}/log/dovecot.log
instance_name = qibot-tests
protocols = imap lmtp
listen = {host}
mail_home = {home}/mail/%u
mail_location = maildir:~/Maildir
mail_uid = {owner}
mail_gid = {owner}
first_valid_uid = 1
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2
auth_username_chars =
auth_failure_delay = 0
mail_max_userip_connections = 1000
recipient_delimiter = +
lda_mailbox_autocreate = yes
postmaster_address = postmaster@localhost
ssl = yes
ssl_cert = <{home}/tls/cert.pem
ssl_key = <{home}/tls/key.pem
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {home}/dovecot/oauth2.conf
}}
passdb {{
  driver = static
  mechanisms = plain login
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={owner} gid={owner} home={home}/mail/%u allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
  prefix = {prefix}
}}
service imap-login {{
  service_count = 0
  process_min_avail = 1
  inet_listener imap {{
    port = {imap_port}
  }}
  inet_listener imaps {{
    port = {imaps_port}
    ssl = yes
  }}
}}
service lmtp {{
  process_min_avail = 1
  unix_listener {home}/postfix/spool/private/dovecot-lmtp {{
    mode = 0600
    user = postfix
  }}
}}
service auth {{
  unix_listener {home}/postfix/spool/private/dovecot-auth {{
    mode = 0600
    user = postfix
  }}
}}
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
"""

OAUTH2_CONF = """
introspection_mode = post
introspection_url = http://{host}:{introspection_port}/introspect
username_attribute = email
active_attribute = active
active_value = true
timeout_msecs = 5000
"""

MAIN_CF = """
compatibility_level = 3.6
queue_directory = {home}/postfix/spool
data_directory = {home}/postfix/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
shlib_directory = /usr/lib/postfix
meta_directory = /etc/postfix
mail_owner = postfix
setgid_group = postdrop
maillog_file = {home}/log/postfix.log
maillog_file_prefixes = {home}
myhostname = lab.localhost
mydestination =
inet_interfaces = {host}
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
disable_dns_lookups = yes
smtpd_peername_lookup = no
alias_maps =
alias_database =
local_recipient_maps =
transport_maps = inline:{{ {{ dead.example = error:5.1.1 There is nobody of that name here }} }}
virtual_alias_maps = inline:{{ {{ gone@bounced.example = nobody@dead.example }} }}
virtual_mailbox_domains = static:all
virtual_mailbox_maps = static:all
virtual_transport = lmtp:unix:private/dovecot-lmtp
default_transport = lmtp:unix:private/dovecot-lmtp
relay_transport = lmtp:unix:private/dovecot-lmtp
local_transport = lmtp:unix:private/dovecot-lmtp
refused = check_recipient_access inline:{{
  {{ tempfail@refused.example = 451 4.3.0 Come back later }}
  {{ nobody@refused.example = 550 5.1.1 There is nobody of that name }} }}
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_recipient_restrictions = $refused, permit_mynetworks, reject
message_size_limit = 52428800
mailbox_size_limit = 0
virtual_mailbox_limit = 0
queue_minfree = 0
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
smtpd_error_sleep_time = 0
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 2s
smtpd_sasl_type = dovecot
smtpd_sasl_path = private/dovecot-auth
smtpd_tls_cert_file = {home}/tls/cert.pem
smtpd_tls_key_file = {home}/tls/key.pem
smtpd_tls_security_level = none
"""

MASTER_CF = """
{host}:{smtp_port} inet n - n - - smtpd
{host}:{submission_port} inet n - n - - smtpd
  -o smtpd_tls_security_level=may
  -o smtpd_tls_auth_only=yes
  -o smtpd_sasl_auth_enable=yes
  -o {{ smtpd_relay_restrictions = permit_sasl_authenticated, reject }}
  -o {{ smtpd_recipient_restrictions = $refused, permit_sasl_authenticated, reject }}
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
showq unix n - n - - showq
postlog unix-dgram n - n - 1 postlogd
"""
