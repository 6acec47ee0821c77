# Harvests an OAI-PMH repository with HTTP::OAI and prints a line of JSON a record: harvest.pl BASE-URL PREFIX [FROM]
use strict;
use warnings;
use HTTP::OAI;
use JSON::PP;

my ($base, $prefix, $from) = @ARGV;
my $json = JSON::PP->new->utf8->canonical;
my $client = HTTP::OAI::Harvester->new(baseURL => $base);
my $answer = $client->ListRecords(
    metadataPrefix => $prefix,
    defined $from ? (from => $from) : (),
    # Of a list in several pages, `next` would give the records of the last one only.
    onRecord => sub {
        my ($record) = @_;
        my $metadata = $record->metadata;
        print $json->encode({
            identifier => $record->identifier,
            datestamp  => $record->datestamp,
            status     => $record->status,
            metadata   => $metadata ? $metadata->dom->toString : '',
        }), "\n";
    },
);
die 'The harvest failed: ' . $answer->code . ' ' . $answer->message . "\n" if $answer->is_error;
