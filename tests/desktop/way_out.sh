# A network of its own in which everything but this machine lies behind a device called out: nobody is there, and the kernel
# counts what is sent. Where it has no dummy device, one end of a cable does as well. Addresses are those set aside for
# documentation. $0 is a folder for files that stand in for the system's.
{ for one in all default; do echo 1 > /proc/sys/net/ipv6/conf/$one/disable_ipv6 || true; done; } 2>/dev/null
ip link set lo up &&
{ ip link add out type dummy 2>/dev/null || { ip link add out type veth peer name far && ip link set far up; }; } &&
ip address add 192.0.2.1/24 dev out && ip link set out up && ip route add default via 192.0.2.2 &&
echo nameserver 192.0.2.53 > "$0/resolv.conf" && mount --bind "$0/resolv.conf" /etc/resolv.conf
