/** The part of the API that tells receivers of changes. */
import { subscriptionDescriptions } from '../openapi/subscriptions.ts';
import { changeSubscription, replaySubscription, rotateSecret } from '../subscriptions/change-subscription.ts';
import { listDeliveries } from '../subscriptions/deliveries.ts';
import {
  createSubscription,
  deleteSubscription,
  listSubscriptions,
  showSubscription,
} from '../subscriptions/subscriptions.ts';

export const subscriptions = {
  useCases: {
    changeSubscription,
    createSubscription,
    deleteSubscription,
    listDeliveries,
    listSubscriptions,
    replaySubscription,
    rotateSecret,
    showSubscription,
  },
  descriptions: subscriptionDescriptions,
};
