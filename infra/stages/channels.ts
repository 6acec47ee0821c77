/** The queues, each with its dead-letter queue, and the topics that feed them. */
import { Duration } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DEAD_VISIBILITY } from '#infra/topology.ts';
import {
  type AnyQueueName,
  deadLetterOf,
  namesOf,
  type QueueName,
  type TopicName,
  type Topology,
} from '#infra/topology-shape.ts';
import { argue } from './argued.ts';

/** The longest SQS keeps a message: whoever is on holiday must still find it. */
const DEAD_LETTER_DAYS = 14;

const SECURED = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

export class Channels extends Construct {
  readonly queues: Readonly<Record<QueueName, Queue>>;
  readonly dead: Readonly<Record<QueueName, Queue>>;
  readonly topics: Readonly<Record<TopicName, Topic>>;

  constructor(scope: Construct, id: string, topology: Topology) {
    super(scope, id);
    const dead = namesOf(topology.queues).map((name) => [name, this.#deadQueue(name)]);
    // One for each name, by the line above.
    this.dead = Object.fromEntries(dead) as Record<QueueName, Queue>;
    const queues = namesOf(topology.queues).map((name) => [name, this.#queue(name, topology)]);
    // As above.
    this.queues = Object.fromEntries(queues) as Record<QueueName, Queue>;
    const topics = namesOf(topology.topics).map((name) => [name, this.#topic(name, topology)]);
    // As above.
    this.topics = Object.fromEntries(topics) as Record<TopicName, Topic>;
  }

  /** A queue by its name, also one of dead letters. */
  queue(name: AnyQueueName): Queue {
    const owner = namesOf(this.queues).find((queue) => queue === name || deadLetterOf(queue) === name);
    if (owner === undefined) throw new Error(`There is no queue ${name}.`);
    return owner === name ? this.queues[owner] : this.dead[owner];
  }

  #deadQueue(name: QueueName): Queue {
    const dead = new Queue(this, deadLetterOf(name), {
      ...SECURED,
      retentionPeriod: Duration.days(DEAD_LETTER_DAYS),
      visibilityTimeout: Duration.seconds(DEAD_VISIBILITY),
    });
    argue(dead, { 'Serverless-SQSRedrivePolicy': 'It is where another queue’s messages end.' });
    return dead;
  }

  #queue(name: QueueName, topology: Topology): Queue {
    const { visibility, maxReceive } = topology.queues[name];
    return new Queue(this, name, {
      ...SECURED,
      visibilityTimeout: Duration.seconds(visibility),
      deadLetterQueue: { queue: this.dead[name], maxReceiveCount: maxReceive },
    });
  }

  #topic(name: TopicName, topology: Topology): Topic {
    const topic = new Topic(this, name, { enforceSSL: true });
    for (const queue of topology.topics[name].subscribers) {
      const subscription = topic.addSubscription(new SqsSubscription(this.queues[queue], { rawMessageDelivery: true }));
      argue(subscription, {
        'Serverless-SNSRedrivePolicy': 'SNS tries for 23 days to put a message on a queue of the same account.',
      });
    }
    return topic;
  }
}
