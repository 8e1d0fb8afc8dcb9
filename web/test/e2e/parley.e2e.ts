import { describe } from 'vitest'
import { whenTheConnectionIsLost } from './cases/network'
import { inPublicRooms } from './cases/rooms'
import { inTheShop } from './cases/shop'
import { Stage } from './stage'

const stage = new Stage()

describe('in the shop', () => inTheShop(stage))
describe('in public rooms', () => inPublicRooms(stage))
describe('when the connection is lost', () => whenTheConnectionIsLost(stage))
